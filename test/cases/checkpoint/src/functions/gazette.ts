import { fetchNotices, saveNotices } from './notices';

let etag = ''; // flag: no-memory-checkpoint

export const handler = async () => {
  const page = await fetchNotices({ ifNoneMatch: etag });
  if (page.status === 304) return;
  await saveNotices(page.notices);
  etag = page.etag;
};

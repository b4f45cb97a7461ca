import { sendDigest } from './mail.mjs';

const digests = new Map(); // flag: no-memory-queue

export const commentAdded = async (event) => {
  const { team, comment } = event.detail;
  if (!digests.has(team)) digests.set(team, []);
  const comments = digests.get(team);
  comments.push(comment);
  if (comments.length === 10) {
    digests.delete(team);
    await sendDigest(team, comments);
  }
};

export const nightly = async () => {
  for (const team of [...digests.keys()]) {
    await sendDigest(team, digests.get(team));
    digests.delete(team);
  }
};

import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';

const storage = createStorage({ driver: fsDriver({ base: './tmp/votes' }) }); // flag: no-tmp-storage
export default defineEventHandler(async (event) => {
  const { choice } = await readBody(event);
  await storage.setItem(`votes:${choice}`, ((await storage.getItem<number>(`votes:${choice}`)) ?? 0) + 1);
});

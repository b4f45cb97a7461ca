import { Mutex } from 'async-mutex';
import type { NextApiRequest, NextApiResponse } from 'next';
import { makeThumbnail, saveGallery } from '../../lib/galleries';

export default async function galleries(req: NextApiRequest, res: NextApiResponse) {
  const mutex = new Mutex();
  const { title, keys } = req.body as { title: string; keys: string[] };
  const archive: { key: string; offset: number }[] = [];
  let offset = 0;
  await Promise.all(
    keys.map(async (key) => {
      const thumbnail = await makeThumbnail(key);
      await mutex.runExclusive(() => {
        archive.push({ key, offset });
        offset += thumbnail.byteLength;
      });
    }),
  );
  res.status(201).json(await saveGallery(title, archive));
}

import PQueue from 'p-queue';
import type { NextApiRequest, NextApiResponse } from 'next';
import { fetchTile, joinTiles } from '../../lib/tiles';

export default async function mosaic(req: NextApiRequest, res: NextApiResponse) {
  const queue = new PQueue({ concurrency: 4 });
  const urls = req.body.urls as string[];
  const tiles = await queue.addAll(urls.map((url) => () => fetchTile(url)));
  await queue.onIdle();
  const picture = await joinTiles(tiles);
  res.setHeader('content-type', 'image/png').status(200).send(picture);
}

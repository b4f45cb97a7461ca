import PQueue from 'p-queue';
import type { NextApiRequest, NextApiResponse } from 'next';
import { crawl } from '../../lib/crawler';

export default async function sitemaps(req: NextApiRequest, res: NextApiResponse) {
  const queue = new PQueue({ concurrency: 4 });
  const titles: Record<string, string> = {};
  for (const url of req.body.urls as string[]) {
    queue.add(async () => {
      titles[url] = await crawl(url);
    });
  }
  await queue.onIdle();
  res.status(200).json(titles);
}

import type { Context } from 'hono';
import { checkLinks, checkSpelling, compressImages, type Article } from './steps';

type Step = (article: Article) => Promise<Article>;

const pending: Step[] = [];

function then(step: Step): void {
  pending.push(step);
}

then(checkSpelling);
then(checkLinks);
then(compressImages);

export async function publish(c: Context): Promise<Response> {
  let article = await c.req.json<Article>();
  for (let index = 0; index < pending.length; index += 1) {
    article = await pending[index](article);
  }
  return c.json(article, 201);
}

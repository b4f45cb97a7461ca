import { articlesAfter, indexArticle } from '../utils/articles';

const state = new Map<'published' | 'edited', number>(); // flag: no-memory-checkpoint

async function index(kind: 'published' | 'edited'): Promise<number> {
  const articles = await articlesAfter(kind, state.get(kind) ?? 0);
  for (const article of articles) {
    await indexArticle(article);
    state.set(kind, article.at);
  }
  return articles.length;
}

export default defineEventHandler(async () => {
  const [published, edited] = await Promise.all([index('published'), index('edited')]);
  return { published, edited };
});

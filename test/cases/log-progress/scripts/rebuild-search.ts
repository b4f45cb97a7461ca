#!/usr/bin/env node
import { allArticles } from '../src/articles';
import { clearIndex, indexArticle } from '../src/search';

async function main(): Promise<void> {
  await clearIndex();
  console.log('step 1 done: index cleared');
  const articles = await allArticles();
  for (const [index, article] of articles.entries()) {
    await indexArticle(article);
    console.log(`indexed ${index + 1}/${articles.length}`);
  }
  console.log('step 2 done: all articles indexed');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

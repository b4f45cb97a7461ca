import { cache } from 'react';
import DataLoader from 'dataloader';
import { articleBySlug, authorsByIds } from '@/lib/articles';

const authorLoader = cache(() => new DataLoader((ids: readonly string[]) => authorsByIds([...ids])));
const load = cache((slug: string) => articleBySlug(slug));

export default async function ArticlePage({ params }: { params: Promise<{ slug: string }> }) {
  const article = await load((await params).slug);
  const authors = await Promise.all(article.authorIds.map((id: string) => authorLoader().load(id)));
  return (
    <article>
      <h1>{article.title}</h1>
      <p>{authors.map(({ name }) => name).join(', ')}</p>
    </article>
  );
}

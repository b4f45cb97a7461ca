import { saveArticle } from '../_shared/articles.ts';
import { mailSubscribers } from '../_shared/mail.ts';

async function spread(id: string): Promise<void> {
  await mailSubscribers(id);
  await fetch(`https://search.example.com/articles/${id}`, { method: 'PUT' });
}

Deno.serve(async (request) => {
  const article = await saveArticle(await request.json());
  EdgeRuntime.waitUntil(spread(article.id));
  return Response.json(article, { status: 201 });
});

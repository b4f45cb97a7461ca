import { json } from '@sveltejs/kit';
import { renderPage, uploadPage } from '$lib/server/publisher';
import type { RequestHandler } from './$types';

const publishing: Set<string> = ((globalThis as any).__publishing ??= new Set<string>()); // flag: no-memory-lock

export const POST: RequestHandler = async ({ params }) => {
  if (publishing.has(params.slug)) {
    return json({ message: 'somebody is publishing this page' }, { status: 409 });
  }
  publishing.add(params.slug);
  const html = await renderPage(params.slug);
  try {
    await uploadPage(params.slug, html);
  } finally {
    publishing.delete(params.slug);
  }
  return json({ slug: params.slug });
};

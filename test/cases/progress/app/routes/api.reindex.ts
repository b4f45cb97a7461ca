import { allPages, indexPage } from '~/search.server';

const reindex = { phase: 'idle' }; // flag: no-memory-progress

function tell(phase: string): void {
  reindex.phase = phase;
}

export async function action(): Promise<Response> {
  tell('collecting');
  const pages = await allPages();
  tell('indexing');
  for (const page of pages) await indexPage(page);
  tell('finished');
  return new Response(null, { status: 204 });
}

export async function loader(): Promise<Response> {
  return Response.json(reindex);
}

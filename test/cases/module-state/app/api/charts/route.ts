import { connectCharts } from '../../../lib/charts';

// The same word, switched by requests and obeyed by later ones.
let kind = 'remote'; // flag: no-module-state

export async function PUT(request: Request): Promise<Response> {
  const { offline } = (await request.json()) as { offline: boolean };
  if (offline) kind = 'bundled';
  return new Response(null, { status: 204 });
}

export async function GET(): Promise<Response> {
  const charts = connectCharts(kind === 'remote' ? process.env.CHARTS_URL! : 'file:charts');
  return Response.json(await charts.list());
}

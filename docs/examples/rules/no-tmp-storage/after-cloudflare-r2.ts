interface Env {
  REPORTS: R2Bucket;
  DB: D1Database;
}

async function renderReport(env: Env, month: string): Promise<string> {
  const { results } = await env.DB.prepare('SELECT account, cents FROM bookings WHERE month = ?').bind(month).all<{ account: string; cents: number }>();
  return ['account;cents', ...results.map(({ account, cents }) => `${account};${cents}`)].join('\n');
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const month = new URL(request.url).pathname.slice('/reports/'.length);
    if (request.method === 'PUT') {
      await env.REPORTS.put(`${month}.csv`, await renderReport(env, month), { httpMetadata: { contentType: 'text/csv' } });
      return new Response(null, { status: 201 });
    }
    const report = await env.REPORTS.get(`${month}.csv`);
    return report ? new Response(report.body, { headers: { 'content-type': 'text/csv' } }) : new Response('no such report', { status: 404 });
  },
} satisfies ExportedHandler<Env>;

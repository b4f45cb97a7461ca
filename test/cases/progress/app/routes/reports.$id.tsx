import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { db } from '~/db.server';
import { chartsOf, renderChart } from '~/models/charts.server';

const progress = db.reportProgress;

export async function loader({ params }: LoaderFunctionArgs) {
  const row = await progress.findUnique({ where: { reportId: params.id } });
  return json({ percent: row?.percent ?? 0, status: row?.status ?? 'waiting' });
}

export async function action({ params }: ActionFunctionArgs) {
  const reportId = params.id!;
  const charts = await chartsOf(reportId);
  let rendered = 0;
  for (const chart of charts) {
    await renderChart(chart);
    rendered += 1;
    const percent = Math.round((rendered / charts.length) * 100);
    await progress.upsert({
      where: { reportId },
      create: { reportId, percent, status: 'rendering' },
      update: { percent, status: percent === 100 ? 'done' : 'rendering' },
    });
  }
  return json({ rendered });
}

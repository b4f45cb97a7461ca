import cron from 'node-cron';
import { CronExpressionParser } from 'cron-parser';
import { db } from '@/lib/db';

export async function POST(request: Request) {
  const { report, expression } = await request.json();
  if (!cron.validate(expression)) {
    return Response.json({ error: 'not a cron expression' }, { status: 422 });
  }
  const nextRun = CronExpressionParser.parse(expression).next().toDate();
  const schedule = await db.schedule.create({ data: { report, expression, nextRun } });
  return Response.json(schedule, { status: 201 });
}

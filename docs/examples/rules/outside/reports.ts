import { ask } from './ask';

export async function renderReport(month: string): Promise<string> {
  const rows = await ask<{ account: string; cents: number }[]>('GET', `${process.env.REPORTS_URL}/rows?month=${month}`);
  return ['account;cents', ...rows.map(({ account, cents }) => `${account};${cents}`)].join('\n');
}

import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { renderReport } from '../outside/reports';

const fileOf = (month: string): string => path.join(tmpdir(), `report-${month}.csv`);

export const create: APIGatewayProxyHandlerV2 = async (event) => {
  const { month } = JSON.parse(event.body ?? '{}') as { month: string };
  await writeFile(fileOf(month), await renderReport(month));
  return { statusCode: 201, body: JSON.stringify({ month }) };
};

export const download: APIGatewayProxyHandlerV2 = async (event) => {
  const report = await readFile(fileOf(event.pathParameters!.month!), 'utf8').catch(() => undefined);
  return report === undefined ? { statusCode: 404, body: 'no such report' } : { statusCode: 200, body: report };
};

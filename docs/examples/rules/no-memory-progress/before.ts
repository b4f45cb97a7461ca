import type { APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
import { copySource, loadRows, publish } from '../outside/warehouse';

const STEPS = [copySource, loadRows, publish];
const jobs = new Map<string, { status: 'running' | 'done'; step: number }>();

export const work = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { id } = JSON.parse(record.body) as { id: string };
    for (let step = jobs.get(id)?.step ?? 0; step < STEPS.length; step += 1) {
      await STEPS[step]!(id);
      jobs.set(id, { status: 'running', step: step + 1 });
    }
    jobs.set(id, { status: 'done', step: STEPS.length });
  }
};

export const status: APIGatewayProxyHandlerV2 = async (event) => {
  const job = jobs.get(event.pathParameters!.id!);
  if (!job) return { statusCode: 404, body: 'unknown job' };
  return { statusCode: 200, body: JSON.stringify({ percent: Math.round((100 * job.step) / STEPS.length) }) };
};

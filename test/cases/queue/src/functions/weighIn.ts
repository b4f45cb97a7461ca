import { app, output, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';

const outbox = output.storageQueue({ queueName: 'weights', connection: 'AzureWebJobsStorage' });

export async function weighIn(request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> {
  const { truck, kilos } = (await request.json()) as { truck: string; kilos: number[] };
  const buffer = kilos.map((weight, axle) => ({ truck, axle, weight }));
  context.extraOutputs.set(outbox, buffer);
  return { status: 202, jsonBody: { queued: buffer.length } };
}

app.http('weighIn', { methods: ['POST'], extraOutputs: [outbox], handler: weighIn });

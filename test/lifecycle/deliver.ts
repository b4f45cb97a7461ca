// What sends events: a queue that comes again until it is told that the work is done, and callers over HTTP.

import { setTimeout as pause } from 'node:timers/promises';

import { HandlerFailed, InstanceEnded, type Instance } from './platform.js';

/** Longer than any lease of a scenario, with room for a loaded machine. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

export function message(body: unknown, { messageId = 'message', receiveCount = 1 } = {}): unknown {
  return {
    Records: [
      { messageId, body: JSON.stringify(body), attributes: { ApproximateReceiveCount: String(receiveCount) }, eventSource: 'aws:sqs' },
    ],
  };
}

interface Request {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Who has signed in; nobody where it is absent. */
  readonly user?: string | undefined;
}

export interface Response {
  readonly statusCode: number;
  readonly body?: string;
}

/** Calls a handler over HTTP. An error of the handler is a 500, as with a gateway. */
export async function call(
  instance: Instance,
  name: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  request: Request = {},
): Promise<Response> {
  const { parameters, body, user } = request;
  const event = {
    version: '2.0',
    pathParameters: parameters,
    body: body === undefined ? undefined : JSON.stringify(body),
    requestContext: { http: { method }, authorizer: user === undefined ? undefined : { jwt: { claims: { sub: user } } } },
  };
  try {
    return (await instance.invoke(name, event)) as Response;
  } catch (error) {
    if (error instanceof HandlerFailed) return { statusCode: 500, body: error.message };
    throw error;
  }
}

/** True where the queue may forget the message. */
export async function deliver(instance: Instance, event: unknown, name = 'handler'): Promise<boolean> {
  try {
    const answer = (await instance.invoke(name, event)) as { batchItemFailures?: unknown[] } | undefined;
    return (answer?.batchItemFailures ?? []).length === 0;
  } catch (error) {
    if (error instanceof HandlerFailed || error instanceof InstanceEnded) return false;
    throw error;
  }
}

/** Delivers again and again, as a queue does. */
export async function deliverUntilDone(instance: Instance, event: unknown, name = 'handler'): Promise<void> {
  await until(
    () => deliver(instance, event, name),
    () => `no delivery succeeded\n${instance.log}`,
  );
}

/** Waits for what another process brings about. */
export async function until(isSo: () => boolean | Promise<boolean>, complaint: () => string = () => 'waited in vain'): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(complaint());
    await pause(PAUSE_MS);
  }
}

/** Waits for a while for what may never come: the other instance may be waiting for this one. */
export async function settledWithin(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  await Promise.race([promise.catch(() => undefined), pause(milliseconds)]);
}

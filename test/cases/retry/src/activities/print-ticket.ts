import { ApplicationFailure, Context } from '@temporalio/activity';
import { printTicket } from '../printers';

const limits = new Map([
  ['entrance', 3],
  ['office', 8],
]);

export async function print(printer: string, ticket: string): Promise<string> {
  const { attempt } = Context.current().info;
  if (attempt > (limits.get(printer) ?? 5)) {
    throw ApplicationFailure.nonRetryable(`${printer} does not print`);
  }
  const job = await printTicket(printer, ticket);
  return job.id;
}

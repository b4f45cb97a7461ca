import { app, type InvocationContext } from '@azure/functions';
import { flagForReview, renewPass } from '../passes';

export async function renewPasses(message: unknown, context: InvocationContext): Promise<void> {
  const { passId } = message as { passId: string };
  const attempts = Number(context.triggerMetadata?.deliveryCount ?? 1);
  const failures: string[] = [];
  for (const gate of ['north', 'south']) {
    try {
      await renewPass(passId, gate);
    } catch (error) {
      failures.push(`${gate}: ${String(error)}`);
    }
  }
  if (failures.length === 0) return;
  if (attempts >= 5) {
    await flagForReview(passId, failures);
    return;
  }
  throw new Error(failures.join(', '));
}

app.serviceBusQueue('renewPasses', { queueName: 'passes', connection: 'ServiceBus', handler: renewPasses });

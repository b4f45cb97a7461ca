import { Context } from '@temporalio/activity';
import { geocode } from '../maps';
import { customersAfter, savePosition } from '../customers';

export async function geocodeCustomers(region: string): Promise<number> {
  const { heartbeatDetails } = Context.current().info;
  let progress = (heartbeatDetails as { row: number } | undefined) ?? { row: 0 };
  for await (const customer of customersAfter(region, progress.row)) {
    await savePosition(customer.id, await geocode(customer.address));
    progress = { row: progress.row + 1 };
    Context.current().heartbeat(progress);
  }
  return progress.row;
}

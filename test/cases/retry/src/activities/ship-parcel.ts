import { ApplicationFailure } from '@temporalio/activity';
import { bookPickup } from '../carriers';

const failed = new Map<string, number>(); // flag: no-memory-retry
const LIMIT = 10;

export async function shipParcel(carrier: string, parcel: string): Promise<string> {
  const failures = failed.get(carrier) ?? 0;
  if (failures >= LIMIT) {
    throw ApplicationFailure.nonRetryable(`${carrier} has failed ${failures} times`);
  }
  try {
    const pickup = await bookPickup(carrier, parcel);
    failed.delete(carrier);
    return pickup.id;
  } catch (error) {
    failed.set(carrier, failures + 1);
    throw error;
  }
}

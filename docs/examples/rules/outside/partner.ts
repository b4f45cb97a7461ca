import { ask } from './ask';

export async function deliverToPartner(body: unknown, options: { idempotencyKey?: string } = {}): Promise<void> {
  await ask('POST', `${process.env.PARTNER_URL}/hooks`, body, options.idempotencyKey);
}

/** Puts a message aside for a person to look at. Under its id, so that parking twice is parking once. */
export async function park(id: string, body: unknown): Promise<void> {
  await ask('POST', `${process.env.PARTNER_URL}/parked`, { id, body }, id);
}

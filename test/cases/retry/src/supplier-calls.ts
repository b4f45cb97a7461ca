import type { SQSEvent } from 'aws-lambda';
import { order, type SupplierOrder } from './suppliers';
import { informBuyer } from './buyers';

class Attempts {
  static readonly #byMessage: { [messageId: string]: number } = {}; // flag: no-memory-retry

  static next(messageId: string): number {
    return (Attempts.#byMessage[messageId] = (Attempts.#byMessage[messageId] ?? 0) + 1);
  }

  static forget(messageId: string): boolean {
    return Reflect.deleteProperty(Attempts.#byMessage, messageId);
  }
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const { messageId, body } of event.Records) {
    if (Attempts.next(messageId) > 3) {
      await informBuyer(messageId, body);
      Attempts.forget(messageId);
      continue;
    }
    await order(JSON.parse(body) as SupplierOrder);
    Attempts.forget(messageId);
  }
};

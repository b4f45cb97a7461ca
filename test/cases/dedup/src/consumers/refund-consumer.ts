import type { SQSEvent } from 'aws-lambda';
import { payBack } from '../payments';

interface Refund {
  paymentId: string;
  cents: number;
}

abstract class Consumer<T> {
  protected readonly finished = new Set<string>(); // flag: no-memory-dedup

  protected abstract process(payload: T): Promise<void>;

  async consume(id: string, body: string): Promise<void> {
    if (this.finished.has(id)) return;
    await this.process(JSON.parse(body) as T);
    this.finished.add(id);
  }
}

class RefundConsumer extends Consumer<Refund> {
  protected async process({ paymentId, cents }: Refund): Promise<void> {
    await payBack(paymentId, cents);
  }
}

const consumer = new RefundConsumer();

export const handler = async (event: SQSEvent): Promise<void> => {
  await Promise.all(event.Records.map(({ messageId, body }) => consumer.consume(messageId, body)));
};

import { reportUsage } from './billing';

interface Usage {
  customer: string;
  minutes: number;
}

export class UsageReporter {
  static #pending: Usage[] = []; // flag: no-memory-queue
  static readonly LIMIT = 40;

  static async add(customer: string, minutes: number): Promise<void> {
    UsageReporter.#pending.push({ customer, minutes });
    if (UsageReporter.#pending.length >= UsageReporter.LIMIT) {
      await UsageReporter.flush();
    }
  }

  static async flush(): Promise<void> {
    const usages = [...UsageReporter.#pending];
    UsageReporter.#pending.length = 0;
    await reportUsage(usages);
  }
}

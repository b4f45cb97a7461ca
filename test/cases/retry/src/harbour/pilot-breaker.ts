// Who makes a breaker keeps it: one that began anew with each call would never open.
export class PilotBreaker {
  #shut = false; // flag: no-memory-retry
  #failures = 0; // flag: no-memory-retry
  #failedAt = 0; // flag: no-memory-retry

  constructor(private readonly restMs: number) {}

  async call<T>(work: () => Promise<T>): Promise<T> {
    if (this.#shut && !this.isRested()) throw new Error('the pilot office rests');
    try {
      const answer = await work();
      this.#shut = false;
      this.#failures = 0;
      return answer;
    } catch (error) {
      this.#failures += 1;
      this.#failedAt = Date.now();
      if (this.#failures >= 5) this.#shut = true;
      throw error;
    }
  }

  private isRested(): boolean {
    return Date.now() - this.#failedAt >= this.restMs;
  }
}

import { callPilot } from './radio';

class PatientCaller {
  protected attempts = new Map<string, number>(); // flag: no-memory-retry

  protected isExhausted(ship: string): boolean {
    return (this.attempts.get(ship) ?? 0) >= 5;
  }
}

// The heir counts in the field of its base.
class PilotCaller extends PatientCaller {
  async call(ship: string): Promise<void> {
    if (this.isExhausted(ship)) throw new Error('nobody answers');
    try {
      await callPilot(ship);
    } catch (error) {
      this.attempts.set(ship, (this.attempts.get(ship) ?? 0) + 1);
      throw error;
    }
  }
}

const caller = new PilotCaller();

export const handler = async (event: { ship: string }) => caller.call(event.ship);

import { callPilot } from './radio';

class PatientCaller {
  protected attempts = new Map<string, number>([['tug', 2]]);

  protected isExhausted(ship: string, received: number): boolean {
    return received >= (this.attempts.get(ship) ?? 5);
  }
}

class PilotCaller extends PatientCaller {
  async call(ship: string, received: number): Promise<void> {
    if (this.isExhausted(ship, received)) throw new Error('nobody answers');
    await callPilot(ship);
  }
}

const caller = new PilotCaller();

export const handler = async (event: { ship: string; attributes: { ApproximateReceiveCount: string } }) =>
  caller.call(event.ship, Number(event.attributes.ApproximateReceiveCount));

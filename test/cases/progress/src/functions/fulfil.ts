import { reserve, pay, ship } from './steps';

const steps = [reserve, pay, ship];
const reached: Record<string, number> = {}; // flag: no-memory-progress

export const handler = async (event: { order: string }) => {
  for (let i = reached[event.order] ?? 0; i < steps.length; i += 1) {
    await steps[i]!(event.order);
    reached[event.order] = i + 1;
  }
};

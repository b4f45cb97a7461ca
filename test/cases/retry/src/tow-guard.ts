import { tow } from './tugs';

// The map is handed to a maker while the module loads, and changed by what that returns.
const failedTows = new Map<string, number>(); // flag: no-memory-retry

const makeGuard = (failures: Map<string, number>) => ({
  isHopeless: (id: string) => (failures.get(id) ?? 0) >= 3,
  failed: (id: string) => {
    failures.set(id, (failures.get(id) ?? 0) + 1);
  },
});

const guard = makeGuard(failedTows);

export const handler = async (event: { messageId: string; ship: string }) => {
  if (guard.isHopeless(event.messageId)) return { given: 'up' };
  try {
    await tow(event.ship);
    return { given: 'tow' };
  } catch (error) {
    guard.failed(event.messageId);
    throw error;
  }
};

import { broadcast } from './radio';

// The work that an equal key leaves out is an effect.
let lastWarning: string | null = null; // flag: no-memory-dedup

export const handler = async (event: { warningId: string; text: string }) => {
  if (lastWarning !== event.warningId) {
    await broadcast(event.text);
    lastWarning = event.warningId;
  }
};

import { recipientsOf } from './recipients';
import { sendMessage } from './chat';

export const broadcasts = new Map<number, 'running' | 'stopped'>(); // flag: no-memory-progress

export async function runBroadcast(id: number, text: string): Promise<void> {
  broadcasts.set(id, 'running');
  try {
    for (const recipient of await recipientsOf(id)) {
      if (broadcasts.get(id) === 'stopped') break;
      await sendMessage(recipient, text);
    }
  } finally {
    broadcasts.delete(id);
  }
}

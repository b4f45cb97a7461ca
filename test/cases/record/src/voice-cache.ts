import { randomUUID } from 'node:crypto';

// Only this process knows the ids that it has made up.
const voiceCache = new Map<string, { sound: Buffer; until: number }>(); // flag: no-memory-record

export function putVoice(sound: Buffer): string {
  const id = randomUUID();
  voiceCache.set(id, { sound, until: Date.now() + 600_000 });
  return id;
}

export function getVoice(id: string): Buffer | undefined {
  const entry = voiceCache.get(id);
  if (!entry || entry.until < Date.now()) return undefined;
  return entry.sound;
}

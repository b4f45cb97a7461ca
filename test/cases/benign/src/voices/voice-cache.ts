const voiceCache = new Map<string, { sound: Buffer; until: number }>();

export function putVoice(text: string, sound: Buffer): void {
  voiceCache.set(text, { sound, until: Date.now() + 600_000 });
}

export function getVoice(text: string): Buffer | undefined {
  const entry = voiceCache.get(text);
  if (!entry || entry.until < Date.now()) {
    voiceCache.delete(text);
    return undefined;
  }
  return entry.sound;
}

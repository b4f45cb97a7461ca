interface Options {
  key: string;
  seconds: number;
}

interface Entry {
  value: unknown;
  until: number;
  isChanged?: boolean;
}

const cache = new Map<string, Entry>();

export function answer(options: Options, ask: (question: string) => unknown, question: string): Entry {
  const known = entryOf(options.key);
  if (known && known.until > Date.now()) return known;
  const value = ask(question);
  const until = Date.now() + options.seconds * 1000;
  cache.set(options.key, { value, until });
  return { value, until };
}

export const entryOf = (key: string): Entry | undefined => cache.get(key);

export function change(key: string, value: unknown): void {
  const entry = cache.get(key);
  if (!entry) return;
  entry.value = value;
  entry.isChanged = true;
}

import { readLines, saveLine } from './files';

const reached: Record<string, number> = {}; // flag: no-memory-checkpoint

export const handler = async (event: { file: string }) => {
  const lines = await readLines(event.file);
  for (let i = reached[event.file] ?? 0; i < lines.length; i += 1) {
    await saveLine(lines[i]);
    reached[event.file] = i + 1;
  }
};

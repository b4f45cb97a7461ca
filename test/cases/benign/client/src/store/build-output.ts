import { derived, writable } from 'svelte/store';
import { loadOutput } from '../api';

let lines: string[] = [];

const output = writable<string[]>([]);

export const loadFor = async (build: string): Promise<void> => {
  lines = await loadOutput(build);
  output.set(lines);
};

export const append = (added: string[]): void => {
  lines = [...lines, ...added];
  output.set(lines);
};

export const numbered = derived(output, ($output) => $output.map((text, index) => ({ index, text })));

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(homedir(), '.harbour-console');
const FILE = join(FOLDER, 'settings.json');

export async function loadSettings(): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(FILE, 'utf8'));
  } catch {
    return {};
  }
}

export async function saveSetting(name: string, value: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(FILE, JSON.stringify({ ...(await loadSettings()), [name]: value }));
}

import process from 'node:process';
import { readVariables } from './variables-file.js';

export async function loadVariables(folder: string): Promise<string[]> {
  const loaded: string[] = [];
  for (const variable of await readVariables(folder)) {
    if (process.env[variable.key]) continue;
    process.env[variable.key] = variable.value;
    loaded.push(variable.key);
  }
  return loaded;
}

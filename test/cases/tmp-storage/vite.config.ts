import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

const stamp = path.join(__dirname, '.build-number');
const history = path.join(__dirname, 'build-history.log');

function nextBuild(): number {
  const build = existsSync(stamp) ? Number(readFileSync(stamp, 'utf8')) + 1 : 1;
  writeFileSync(stamp, String(build));
  appendFileSync(history, `${build} ${new Date().toISOString()}\n`);
  return build;
}

export default defineConfig(() => ({
  define: { __BUILD__: JSON.stringify(nextBuild()) },
  build: { outDir: 'dist' },
}));

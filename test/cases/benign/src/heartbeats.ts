import { createServer } from 'node:http';
import { sayStillRunning } from './messages';

const beats = new Map<string, ReturnType<typeof setInterval>>();

function startBeat(mission: string): void {
  const key = `mission:${mission}`;
  if (beats.has(key)) return;
  const beat = setInterval(() => sayStillRunning(mission), 60_000);
  beat.unref?.();
  beats.set(key, beat);
}

function stopBeats(): void {
  for (const [key, beat] of beats.entries()) {
    clearInterval(beat);
    beats.delete(key);
  }
}

createServer((request, response) => {
  if (request.method === 'DELETE') stopBeats();
  else startBeat('start');
  response.end();
}).listen(process.env.PORT);

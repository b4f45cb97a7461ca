import { connect } from 'node:net';

// Whoever waits for an answer waits in this process.
const waiting = new Map<number, { resolve: (answer: string) => void; sentAt: number }>();
const socket = connect(7000);

socket.on('data', (data) => {
  const { id, answer } = JSON.parse(data.toString()) as { id: number; answer: string };
  waiting.get(id)?.resolve(answer);
  waiting.delete(id);
});

export function ask(id: number, question: string): Promise<string> {
  return new Promise((resolve) => {
    waiting.set(id, { resolve, sentAt: Date.now() });
    socket.write(JSON.stringify({ id, question }));
  });
}

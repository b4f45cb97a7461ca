import { connect, disconnect } from './bus';

let connected = false;

export async function open(): Promise<void> {
  if (connected) return;
  await connect();
  connected = true;
}

export async function close(): Promise<void> {
  if (!connected) return;
  connected = false;
  await disconnect();
}

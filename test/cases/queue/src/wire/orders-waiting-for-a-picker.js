import { printSlip } from './printer.js';

const waiting = []; // flag: no-memory-queue

export function accept(order) {
  waiting.push(order);
}

export async function pickNext() {
  while (waiting.length > 0) await printSlip(waiting.shift());
}

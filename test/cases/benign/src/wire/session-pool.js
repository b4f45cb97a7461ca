import { openDatabase } from './database.js';

const idle = [];
const inUse = [];

export async function borrow() {
  const pooled = idle.pop();
  if (pooled) {
    inUse.push(pooled);
    return pooled;
  }
  const database = await openDatabase();
  const made = await database.connect();
  inUse.push(made);
  return made;
}

export function giveBack(connection) {
  inUse.splice(inUse.indexOf(connection), 1);
  idle.push(connection);
}

export function shutDown() {
  while (idle.length > 0) closeConnection(idle.pop());
  while (inUse.length > 0) closeConnection(inUse.pop());
}

function closeConnection(connection) {
  connection?.closeSync();
}

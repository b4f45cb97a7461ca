interface Room { id: string }

const waiting = new Map<string, Room>();

export function findWaiting(id: string) {
  return waiting.get(id);
}

export function dropWaiting(id: string) {
  return waiting.delete(id);
}

let isUp = false;
const waiting: (() => void)[] = [];

export function whenUp(listener: () => void): void {
  if (isUp) listener();
  else waiting.push(listener);
}

export function announceUp(): void {
  isUp = true;
  waiting.forEach((listener) => listener());
  waiting.length = 0;
}

// Tells the rows that one process writes apart, and goes no further than the text that is made with it.
let last = 0;

export function nextRow(label: string): string {
  last += 1;
  return `row-${last}: ${label}`;
}

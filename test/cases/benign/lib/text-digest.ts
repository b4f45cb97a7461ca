const encoder = new TextEncoder();
const block = new Uint32Array(16);

function fill(bytes: Uint8Array): void {
  block.fill(0);
  bytes.forEach((byte, index) => {
    block[index % 16] = ((block[index % 16] << 5) ^ byte) >>> 0;
  });
}

export function digest(text: string): string {
  fill(encoder.encode(text));
  let result = '';
  for (const word of block) result += word.toString(16).padStart(8, '0');
  return result;
}

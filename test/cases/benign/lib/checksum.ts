const table = new Uint32Array(256);
for (let n = 0; n < 256; n += 1) {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  table[n] = value >>> 0;
}

const words = new Uint32Array(16);

export function checksum(bytes: Uint8Array): number {
  words.fill(0);
  let sum = 0xffffffff;
  for (const [index, byte] of bytes.entries()) {
    words[index % 16] ^= byte;
    sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return (words.reduce((all, word) => all ^ word, 0) ^ sum) >>> 0;
}

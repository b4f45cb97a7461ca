interface Receipt {
  id: number;
  guest: string;
  euros: number;
}

let last = 0; // flag: no-memory-counter
const receipts = new Map<number, Receipt>(); // flag: no-memory-record

export function receive(guest: string, euros: number): Receipt {
  const receipt = { id: ++last, guest, euros };
  receipts.set(receipt.id, receipt);
  return receipt;
}

export function receiptOf(id: number): Receipt | undefined {
  return receipts.get(id);
}

interface Wallet { owner: string; balance: number; currency: string; frozen: boolean; createdAt: number; updatedAt: number }

const wallets = new Map<string, Wallet>(); // flag: no-memory-record

export function openWallet(owner: string): Wallet {
  const wallet: Wallet = { owner, balance: 0, currency: 'EUR', frozen: false, createdAt: Date.now(), updatedAt: Date.now() };
  wallets.set(owner, wallet);
  return wallet;
}

export function pay(from: string, to: string, amount: number): void {
  const payer = wallets.get(from);
  const payee = wallets.get(to);
  if (!payer || !payee || payer.balance < amount) throw new Error('not possible');
  payer.balance -= amount;
  payee.balance += amount;
}

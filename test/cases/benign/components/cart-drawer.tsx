'use client';

import { useSyncExternalStore } from 'react';

let cart: { sku: string; quantity: number }[] = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function addToCart(sku: string): void {
  const line = cart.find((candidate) => candidate.sku === sku);
  cart = line
    ? cart.map((candidate) => (candidate === line ? { ...line, quantity: line.quantity + 1 } : candidate))
    : [...cart, { sku, quantity: 1 }];
  listeners.forEach((listener) => listener());
}

export function CartDrawer() {
  const lines = useSyncExternalStore(subscribe, () => cart);
  return (
    <ul>
      {lines.map(({ sku, quantity }) => (
        <li key={sku} onClick={() => addToCart(sku)}>
          {quantity} × {sku}
        </li>
      ))}
    </ul>
  );
}

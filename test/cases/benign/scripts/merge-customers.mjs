#!/usr/bin/env node
import { listCustomers, merge } from '../src/customers.mjs';

const byEmail = new Map();
let merged = 0;

async function main() {
  for await (const customer of listCustomers()) {
    const email = customer.email.toLowerCase();
    const first = byEmail.get(email);
    if (!first) {
      byEmail.set(email, customer);
      continue;
    }
    await merge(first.id, customer.id);
    merged += 1;
    console.log(`merged ${merged} customers`);
  }
}

await main();

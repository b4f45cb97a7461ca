import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { priceOf } from './prices';

interface Line {
  sku: string;
  quantity: number;
}

class Totals {
  private cents = 0;
  private pieces = 0;

  add(cents: number, quantity: number): this {
    this.cents += cents * quantity;
    this.pieces += quantity;
    return this;
  }

  get summary() {
    return { cents: this.cents, pieces: this.pieces, average: this.pieces ? this.cents / this.pieces : 0 };
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const lines = JSON.parse(event.body ?? '[]') as Line[];
  const totals = new Totals();
  for (const { sku, quantity } of lines) {
    totals.add(await priceOf(sku), quantity);
  }
  return { statusCode: 200, body: JSON.stringify(totals.summary) };
};

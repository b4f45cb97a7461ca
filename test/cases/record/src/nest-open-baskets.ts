import { Injectable } from '@nestjs/common';
import { Basket, type Line } from './basket';

@Injectable()
export class OpenBaskets {
  private readonly baskets = new Map<string, Basket>(); // flag: no-memory-record

  open(id: string) {
    this.baskets.set(id, new Basket(id));
  }

  addLine(id: string, line: Line) {
    this.baskets.get(id)?.add(line);
  }

  checkOut(id: string) {
    return this.baskets.get(id)?.total();
  }
}

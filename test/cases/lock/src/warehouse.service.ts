import { Injectable, ConflictException } from '@nestjs/common';
import { RobotsService } from './robots.service';

type Constructor<T = object> = new (...args: any[]) => T;

function Exclusive<Base extends Constructor>(Parent: Base) {
  return class extends Parent {
    readonly held = new Set<string>(); // flag: no-memory-lock

    async exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
      if (this.held.has(name)) throw new ConflictException(`${name} is in use`);
      this.held.add(name);
      try {
        return await work();
      } finally {
        this.held.delete(name);
      }
    }
  };
}

class Base {}

@Injectable()
export class WarehouseService extends Exclusive(Base) {
  constructor(private readonly robots: RobotsService) {
    super();
  }

  clear(aisle: string): Promise<number> {
    return this.exclusively(aisle, () => this.robots.clear(aisle));
  }
}

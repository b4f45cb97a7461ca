import type { NextFunction, Request, Response } from 'express';

class GateTable {
  private readonly gates = new Map<string, string>();

  constructor(names: readonly string[]) {
    names.forEach((name, index) => this.gates.set(name, `gate ${index + 1}`));
  }

  middleware() {
    return (request: Request, response: Response, next: NextFunction) => {
      response.locals.gate = this.gates.get(request.hostname);
      next();
    };
  }
}

export const gateTable = new GateTable(['north', 'south']);

import { askModel } from './model.js';

const circuits = new Map(); // flag: no-memory-retry

export class Circuit {
  constructor(userId) {
    this.userId = userId;
    if (!circuits.has(userId)) circuits.set(userId, { errors: 0, requests: 0, openedAt: 0 });
  }

  isOpen() {
    return Date.now() - circuits.get(this.userId).openedAt < 60_000;
  }

  failed() {
    const state = circuits.get(this.userId);
    state.errors += 1;
    state.requests += 1;
    if (state.errors / state.requests > 0.5 && state.requests > 9) state.openedAt = Date.now();
  }
}

export const handler = async (event) => {
  const circuit = new Circuit(event.requestContext.authorizer.userId);
  if (circuit.isOpen()) return { statusCode: 503 };
  try {
    return { statusCode: 200, body: await askModel(event.body) };
  } catch {
    circuit.failed();
    return { statusCode: 502 };
  }
};

import { Agent, routeAgentRequest } from 'agents';

interface Env {
  PRICES_URL: string;
}

interface State {
  lowest: number;
  checks: number;
}

export class PriceWatcher extends Agent<Env, State> {
  initialState: State = { lowest: Infinity, checks: 0 };
  private lastPrice = 0;

  async check({ sku }: { sku: string }): Promise<void> {
    const response = await fetch(`${this.env.PRICES_URL}/${sku}`);
    this.lastPrice = Number(await response.text());
    this.setState({ lowest: Math.min(this.state.lowest, this.lastPrice), checks: this.state.checks + 1 });
    await this.schedule(3600, 'check', { sku });
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    return (await routeAgentRequest(request, env)) ?? new Response('not found', { status: 404 });
  },
};

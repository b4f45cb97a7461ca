import { Hono } from 'hono';

interface Token {
  value: string;
  expiresAt: number;
}

class TokenProvider {
  private token?: Token;

  constructor(private readonly url: string, private readonly skew = 30_000) {}

  private get valid(): boolean {
    return this.token !== undefined && this.token.expiresAt - this.skew > Date.now();
  }

  async get(): Promise<string> {
    if (!this.valid) {
      const response = await fetch(this.url, { method: 'POST', body: 'grant_type=client_credentials' });
      const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
      this.token = { value: access_token, expiresAt: Date.now() + expires_in * 1000 };
    }
    return this.token!.value;
  }
}

const tokens = new TokenProvider(process.env.TOKEN_URL!);
const app = new Hono();

app.get('/fleet/:id', async (c) => {
  const response = await fetch(`${process.env.FLEET_URL}/${c.req.param('id')}`, {
    headers: { authorization: `Bearer ${await tokens.get()}` },
  });
  return c.json(await response.json());
});

export default app;

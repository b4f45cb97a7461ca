import { Hono } from 'hono';
import { loadLogo, type Logo } from './logos-bucket';

const logos = new Map<string, WeakRef<Logo>>();

async function logoOf(brand: string): Promise<Logo> {
  const alive = logos.get(brand)?.deref();
  if (alive && alive.expires > Date.now()) return alive;
  const logo = await loadLogo(brand);
  logo.expires = Date.now() + 60_000;
  logos.set(brand, new WeakRef(logo));
  return logo;
}

const app = new Hono();

app.get('/logos/:brand', async (c) => {
  const { type, bytes } = await logoOf(c.req.param('brand'));
  return new Response(bytes, { headers: { 'content-type': type } });
});

export default app;

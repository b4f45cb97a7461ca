import { Elysia } from 'elysia';
import { sendConsentMail } from './mailer';

export namespace Once {
  const keys: Record<string, true | undefined> = {}; // flag: no-memory-dedup

  export async function run(key: string, work: () => Promise<void>): Promise<void> {
    if (keys[key]) return;
    keys[key] = true;
    await work();
  }
}

export default new Elysia().post('/consents', async ({ body, headers }) => {
  const { email } = body as { email: string };
  await Once.run(headers['idempotency-key'] ?? '', () => sendConsentMail(email));
  return { ok: true };
});

import { award } from './badges.ts';

const kv = await Deno.openKv();
const EXPIRE_IN = 7 * 24 * 60 * 60 * 1000;

async function firstTime(id: string): Promise<boolean> {
  const key = ['awarded', id];
  const { ok } = await kv.atomic().check({ key, versionstamp: null }).set(key, true, { expireIn: EXPIRE_IN }).commit();
  return ok;
}

Deno.serve(async (req) => {
  const { eventId, player, badge } = await req.json();
  if (await firstTime(eventId)) {
    await award(player, badge);
    return new Response(null, { status: 201 });
  }
  return new Response(null, { status: 200 });
});

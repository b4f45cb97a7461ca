import { loadAvatar, type Avatar } from '../_shared/avatars.ts';

const MAX = 200;
const recent = new Map<string, Avatar>();

async function avatarOf(user: string): Promise<Avatar> {
  const known = recent.get(user);
  if (known) return known;
  const avatar = await loadAvatar(user);
  if (recent.size >= MAX) {
    recent.delete(recent.keys().next().value!);
  }
  recent.set(user, avatar);
  return avatar;
}

Deno.serve(async (req) => {
  const avatar = await avatarOf(new URL(req.url).searchParams.get('user') ?? '');
  return new Response(avatar.svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=300' } });
});

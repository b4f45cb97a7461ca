import { json } from '@sveltejs/kit';
import { writeFileSync } from 'fs';
import { extname } from 'path';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  const data = await request.formData();
  const avatar = data.get('avatar') as File;
  if (avatar.size > 1_000_000) {
    return json({ error: 'too large' }, { status: 413 });
  }
  const name = `${locals.user.id}${extname(avatar.name)}`;
  writeFileSync(`static/avatars/${name}`, new Uint8Array(await avatar.arrayBuffer())); // flag: no-tmp-storage
  return json({ url: `/avatars/${name}` }, { status: 201 });
};

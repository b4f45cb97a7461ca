import { json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { describePicture } from '$lib/server/vision';
import { store } from '$lib/server/bucket';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  const form = await request.formData();
  const key = await store(form.get('photo') as File);
  const photo = await db.photo.create({ data: { key, owner: locals.user.id } });
  describePicture(key).then((caption) => db.photo.update({ where: { id: photo.id }, data: { caption } })); // flag: no-memory-timer
  return json(photo, { status: 201 });
};

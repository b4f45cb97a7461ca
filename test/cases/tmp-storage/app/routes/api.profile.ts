import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Level } from 'level';
import { requireUser } from '~/session.server';

interface Profile {
  name: string;
  city: string;
}

const profiles = new Level<string, Profile>('/tmp/profiles', { valueEncoding: 'json' }); // flag: no-tmp-storage

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return json(await profiles.get(user.id));
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await request.formData();
  await profiles.put(user.id, { name: String(form.get('name')), city: String(form.get('city')) });
  return json({ saved: true });
}

import type { ActionFunctionArgs } from '@remix-run/node';
import { roles } from '../roles.server';

export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const answer = await roles.setUserRole({ sailor: form.get('sailor'), role: form.get('role') });
  return answer.ok ? { done: true } : { error: answer.error };
};

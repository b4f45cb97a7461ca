import { fail } from '@sveltejs/kit';
import { charge } from '$lib/server/payments';

const campaign = {
  goal: 10_000,
  raised: 0, // flag: no-memory-counter
};

export const load = () => ({ goal: campaign.goal, raised: campaign.raised });

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const amount = Number(form.get('amount'));
    if (!(amount > 0)) return fail(422, { message: 'choose an amount' });
    await charge(String(form.get('card')), amount);
    campaign.raised += amount;
    return { thanks: true };
  },
};

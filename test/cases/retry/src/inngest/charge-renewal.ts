import { inngest } from './client';
import { chargeRenewal, suspendMembership } from '../memberships';

const policy = { retries: 5 as const };

export const renewal = inngest.createFunction(
  { id: 'charge-renewal', ...policy },
  { event: 'membership/renewal.due' },
  async ({ event, step, attempt }) => {
    try {
      return await step.run('charge', () => chargeRenewal(event.data.membership));
    } catch (error) {
      if (attempt < policy.retries) throw error;
      await step.run('suspend', () => suspendMembership(event.data.membership));
      return { suspended: true };
    }
  },
);

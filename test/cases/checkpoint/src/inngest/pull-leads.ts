import { inngest } from './client';
import { leadsPage, saveLeads } from '../leads';

export const pullLeads = inngest.createFunction(
  { id: 'pull-leads', concurrency: 1 },
  { event: 'crm/leads.pull' },
  async ({ event, step }) => {
    let cursor: string | null = event.data.cursor ?? null;
    const page = await step.run('read-page', () => leadsPage(cursor));
    await step.run('save-page', () => saveLeads(page.leads));
    cursor = page.next;
    if (cursor) {
      await step.sendEvent('next-page', { name: 'crm/leads.pull', data: { cursor } });
    }
    return { saved: page.leads.length };
  },
);

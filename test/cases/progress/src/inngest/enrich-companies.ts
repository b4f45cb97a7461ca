import { inngest } from './client';
import { enrich, listCompanies } from '../companies';

const enrichments = new Map<string, { state: 'running' | 'finished'; percent: number }>(); // flag: no-memory-progress

export const enrichCompanies = inngest.createFunction(
  { id: 'enrich-companies' },
  { event: 'crm/companies.enrich' },
  async ({ event, step }) => {
    const { list } = event.data;
    const companies = await step.run('list', () => listCompanies(list));
    for (const [index, company] of companies.entries()) {
      await step.run(`enrich-${company.id}`, () => enrich(company));
      enrichments.set(list, { state: 'running', percent: Math.round((100 * index) / companies.length) });
    }
    enrichments.set(list, { state: 'finished', percent: 100 });
  },
);

export const enrichmentOf = (list: string) => enrichments.get(list) ?? { state: 'waiting', percent: 0 };

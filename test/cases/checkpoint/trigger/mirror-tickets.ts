import { schedules } from '@trigger.dev/sdk/v3';
import { ticketsChangedSince, writeTickets } from '../src/tickets';

let changedSince = '2024-01-01T00:00:00Z'; // flag: no-memory-checkpoint

export const mirrorTickets = schedules.task({
  id: 'mirror-tickets',
  cron: '*/10 * * * *',
  run: async () => {
    const tickets = await ticketsChangedSince(changedSince);
    await writeTickets(tickets);
    const newest = tickets.at(-1);
    if (newest) changedSince = newest.changedAt;
    return { mirrored: tickets.length };
  },
});

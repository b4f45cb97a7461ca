export interface Ticket {
  id: number;
  subject: string;
  state: 'open' | 'closed';
}

const samples: readonly Ticket[] = [
  { id: 1, subject: 'The lift is stuck', state: 'open' },
  { id: 2, subject: 'The light is out', state: 'open' },
];

export function previewClosed(id: number): Ticket[] {
  const preview = structuredClone(samples) as Ticket[];
  const ticket = preview.find((candidate) => candidate.id === id);
  if (ticket) ticket.state = 'closed';
  preview.sort((a, b) => b.id - a.id);
  return preview;
}

export function openTickets(): Ticket[] {
  return samples.filter(({ state }) => state === 'open');
}

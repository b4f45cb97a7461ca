export interface Ticket {
  id: number;
  subject: string;
  assignee?: string;
}

const tickets: Ticket[] = [ // flag: no-memory-record
  { id: 1, subject: 'The lift is stuck' },
  { id: 2, subject: 'The light is out' },
];

export function assign(id: number, assignee: string): Ticket | undefined {
  const ticket = tickets.find((candidate) => candidate.id === id);
  if (!ticket) return undefined;
  ticket.assignee = assignee;
  return ticket;
}

export function ticketsOf(assignee: string): Ticket[] {
  return tickets.filter((ticket) => ticket.assignee === assignee);
}

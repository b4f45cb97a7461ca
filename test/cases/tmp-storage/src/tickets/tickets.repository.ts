import Datastore from 'nedb-promises';
import path from 'node:path';

export interface Ticket {
  _id?: string;
  subject: string;
  customer: string;
  open: boolean;
}

const file = path.join(process.cwd(), 'storage', 'tickets.db');
const tickets = Datastore.create({ filename: file, autoload: true }); // flag: no-tmp-storage

export async function openTicket(customer: string, subject: string): Promise<Ticket> {
  return tickets.insert({ subject, customer, open: true });
}

export async function openTickets(customer: string): Promise<Ticket[]> {
  return tickets.find<Ticket>({ customer, open: true });
}

export async function closeTicket(_id: string): Promise<void> {
  await tickets.update({ _id }, { $set: { open: false } });
}

import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireOrganizer } from '~/session.server';
import { refundTicket, ticketsOf } from '~/ticketing.server';
import { log } from '~/log.server';

export async function action({ request, params }: ActionFunctionArgs) {
  await requireOrganizer(request);
  const tickets = await ticketsOf(params.id!);
  let refunded = 0;
  for (const ticket of tickets) {
    await refundTicket(ticket.charge);
    refunded++;
    log.info('refunding tickets', { event: params.id, refunded, total: tickets.length, lastTicketId: ticket.id }); // flag: no-log-progress
  }
  return redirect(`/events/${params.id}`);
}

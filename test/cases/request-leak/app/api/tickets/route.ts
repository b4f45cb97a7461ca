import i18next from 'i18next';
import { findTicket } from '@/lib/tickets';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const language = searchParams.get('lang');
  if (language) {
    await i18next.changeLanguage(language); // flag: no-request-leak
  }
  const ticket = await findTicket(searchParams.get('id') ?? '');
  return Response.json({ title: i18next.t('ticket.title', { seat: ticket.seat }), price: ticket.price });
}

import { logger } from '@/lib/logger';
import { bookFlight, bookHotel, sendTickets } from '@/lib/providers';

export const maxDuration = 120;

export async function POST(request: Request) {
  const trip = await request.json();
  const log = logger.child({ tripId: trip.id });

  const flight = await bookFlight(trip.flight, trip.travellers);
  log.info({ step: 'flight-booked', locator: flight.locator }, 'trip step finished'); // flag: no-log-progress

  const hotel = await bookHotel(trip.hotel, trip.travellers);
  log.info({ step: 'hotel-booked', voucher: hotel.voucher }, 'trip step finished');

  await sendTickets(trip.email, flight.locator, hotel.voucher);
  log.info({ step: 'tickets-sent' }, 'trip step finished');

  return Response.json({ flight: flight.locator, hotel: hotel.voucher });
}

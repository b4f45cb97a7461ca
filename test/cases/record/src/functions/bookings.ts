import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

interface Booking {
  id: string;
  room: string;
  day: string;
}

const bookings: Booking[] = []; // flag: no-memory-record

async function book(request: HttpRequest): Promise<HttpResponseInit> {
  const { room, day } = (await request.json()) as Omit<Booking, 'id'>;
  if (bookings.some((other) => other.room === room && other.day === day)) {
    return { status: 409 };
  }
  const booking = { id: crypto.randomUUID(), room, day };
  bookings.push(booking);
  return { status: 201, jsonBody: booking };
}

async function cancel(request: HttpRequest): Promise<HttpResponseInit> {
  const index = bookings.findIndex(({ id }) => id === request.params.id);
  if (index === -1) return { status: 404 };
  bookings.splice(index, 1);
  return { status: 204 };
}

app.http('book', { methods: ['POST'], route: 'bookings', handler: book });
app.http('cancel', { methods: ['DELETE'], route: 'bookings/{id}', handler: cancel });

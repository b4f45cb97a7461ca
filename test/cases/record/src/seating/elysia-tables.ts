import { Elysia } from 'elysia';

export const restaurant = new Elysia().group('/tables', (group) => {
  const bookings = new Map<string, string>(); // flag: no-memory-record
  return group
    .post('/:table', ({ params, body }) => {
      bookings.set(params.table, (body as { guest: string }).guest);
      return { table: params.table };
    })
    .get('/:table', ({ params }) => ({ guest: bookings.get(params.table) ?? null }));
});

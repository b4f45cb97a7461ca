import PouchDB from 'pouchdb';

const bookings = new PouchDB('bookings'); // flag: no-tmp-storage
export const handler = async (event: { id: string; seats: number }) => bookings.put({ _id: event.id, seats: event.seats });

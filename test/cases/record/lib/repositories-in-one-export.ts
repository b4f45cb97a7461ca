// The repositories are exported under one name each, in a table.
interface Booking {
  id: string;
  guest: string;
}

let bookings: Booking[] = []; // flag: no-memory-record
const rooms = [{ id: 'garden', beds: 2 }, { id: 'tower', beds: 1 }];

const bookingRepository = {
  async create(guest: string): Promise<Booking> {
    const booking = { id: crypto.randomUUID(), guest };
    bookings.push(booking);
    return booking;
  },
  async of(guest: string): Promise<Booking[]> {
    return bookings.filter((booking) => booking.guest === guest);
  },
};

const roomRepository = {
  async list() {
    return rooms.map((room) => ({ ...room }));
  },
};

const repositories = { bookings: bookingRepository, rooms: roomRepository };

export default repositories;

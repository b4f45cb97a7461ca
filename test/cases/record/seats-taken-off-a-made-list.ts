import { seatsOfHall } from './halls';
const free = seatsOfHall('main'); // flag: no-memory-record
export const handler = async (event: { body: string }) => {
  const seat = free.shift();
  if (!seat) return { statusCode: 410 };
  return { statusCode: 200, body: JSON.stringify({ seat, guest: JSON.parse(event.body).guest }) };
};

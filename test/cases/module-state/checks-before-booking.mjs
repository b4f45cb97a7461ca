import { checkCard, checkDates, checkVisa } from './checks.mjs';
import { placeBooking } from './bookings.mjs';

const standardChecks = [checkDates, checkCard];

export const handler = async (event) => {
  const booking = JSON.parse(event.body);
  const checks = [...standardChecks];
  if (booking.country === 'US') {
    checks.push(checkVisa);
  }
  for (const check of checks) {
    await check(booking);
  }
  return { statusCode: 201, body: JSON.stringify(await placeBooking(booking)) };
};

// What is registered are people.
interface Guest {
  id: string;
  name: string;
  order: number;
}

const guestsKey = Symbol.for('shop.guests');
const shared = globalThis as typeof globalThis & { [guestsKey]?: Guest[] };

export const registerAccountGuest = (guest: Guest): void => {
  const guests = (shared[guestsKey] ??= []); // flag: no-memory-record
  const index = guests.findIndex((known) => known.id === guest.id);
  if (index === -1) guests.push(guest);
  else guests[index] = guest;
};

export function accountGuests(): Guest[] {
  return [...(shared[guestsKey] ?? [])].sort((a, b) => a.order - b.order);
}

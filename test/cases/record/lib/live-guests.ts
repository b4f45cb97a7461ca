const liveGuests = new Set<string>(); // flag: no-memory-record

export function registerGuest(guest: string): void {
  liveGuests.add(guest);
}

export function isGuest(guest: string): boolean {
  return liveGuests.has(guest);
}

import { fetchHolidays, type Holiday } from './calendar';

let snapshot: { holidays: Holiday[]; until: number } | undefined;

export const holidays = async (): Promise<Holiday[]> => {
  if (snapshot?.until && snapshot.until > Date.now()) {
    return snapshot.holidays;
  }
  const fresh = await fetchHolidays();
  snapshot = { holidays: fresh, until: Date.now() + 24 * 3_600_000 };
  return snapshot.holidays;
};

import { bookTable, releaseTable } from './tables';
const inMinutes = (work: () => unknown, minutes: number) => setTimeout(work, minutes * 60_000); // flag: no-memory-timer
export const handler = async (event: { body: string }) => {
  const table = await bookTable(JSON.parse(event.body));
  inMinutes(async () => { await releaseTable(table.id); }, 15);
  return { statusCode: 200, body: table.id };
};

import { pullCalendar, writeAppointments } from '../_shared/calendar.ts';

const syncing = new Set<string>(); // flag: no-memory-lock

function enter(calendar: string): boolean {
  return !syncing.has(calendar) && syncing.add(calendar).has(calendar);
}

Deno.serve(async (req) => {
  const { calendar } = await req.json();
  if (!enter(calendar)) {
    return Response.json({ error: 'this calendar is being synchronised' }, { status: 409 });
  }
  try {
    const appointments = await pullCalendar(calendar);
    await writeAppointments(calendar, appointments);
    return Response.json({ appointments: appointments.length });
  } finally {
    syncing.delete(calendar);
  }
});

import { sql } from '@vercel/postgres';
import { sendSms } from './sms';

interface Appointment {
  id: number;
  phone: string;
  starts: string;
}

export async function remindPatients(day: string): Promise<number> {
  const { rows } = await sql<Appointment>`
    SELECT id, phone, starts FROM appointments WHERE day = ${day} AND reminded_at IS NULL`;
  let sent = 0;
  for (const { id, phone, starts } of rows) {
    await sendSms(phone, `See you tomorrow at ${starts}`);
    await sql`UPDATE appointments SET reminded_at = now() WHERE id = ${id}`;
    sent += 1;
    console.log(`reminded ${sent} of ${rows.length}`);
  }
  return sent;
}

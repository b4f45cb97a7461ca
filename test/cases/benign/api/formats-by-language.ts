import type { VercelRequest, VercelResponse } from '@vercel/node';
import { sql } from '@vercel/postgres';

const formats = new Map<string, Intl.DateTimeFormat>();

function inWords(day: Date, language: string): string {
  if (!formats.has(language)) {
    formats.set(language, new Intl.DateTimeFormat(language, { dateStyle: 'full' }));
  }
  return formats.get(language)!.format(day);
}

export default async function handler(req: VercelRequest, res: VercelResponse) {
  const { rows } = await sql`SELECT day FROM sailings WHERE ship = ${String(req.query.ship)}`;
  return res.status(200).json({ day: inWords(rows[0]!.day, 'fr-FR') });
}

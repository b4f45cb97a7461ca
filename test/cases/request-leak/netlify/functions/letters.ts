import type { Handler } from '@netlify/functions';
import { renderLetter } from '../../src/letters';

let letterhead: { company: string; colour: string } | undefined; // flag: no-request-leak

const withLetterhead = (body: string) => renderLetter({ letterhead, body });

export const handler: Handler = async (event) => {
  const { company, colour, body } = JSON.parse(event.body ?? '{}');
  if (company && colour) {
    letterhead = { company, colour };
  }
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body: await withLetterhead(body) };
};

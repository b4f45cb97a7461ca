import { onRequest } from 'firebase-functions/v2/https';
import { saveTrace } from './traces';

let debugLines: string[] = [];

const note = (text: string) => debugLines.push(`${new Date().toISOString()} ${text}`);

export const search = onRequest(async (request, response) => {
  note(`asked for ${String(request.query.q)}`);
  await saveTrace([...debugLines]);
  debugLines = [];
  response.json([]);
});

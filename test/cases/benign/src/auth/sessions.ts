import { createSessions } from './sessions-table';

const sessions = createSessions(process.env.SESSIONS_TABLE!);

// Kept by the table, under the key that comes first.
export const handler = async (event: { headers: Record<string, string>; body: string }) => {
  await sessions.setSession(event.headers['x-session'], event.body);
  return { statusCode: 204 };
};

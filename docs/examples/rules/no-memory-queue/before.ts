import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { sendToAudit, type AuditEntry } from '../outside/audit';

const BATCH = 100;
const buffer: AuditEntry[] = [];

/** Runs every minute. */
export const relay = async (): Promise<void> => {
  const entries = buffer.splice(0);
  if (entries.length > 0) await sendToAudit(entries);
};

export const change: APIGatewayProxyHandlerV2 = async (event) => {
  const { id, account } = JSON.parse(event.body ?? '{}') as AuditEntry;
  buffer.push({ id, account });
  if (buffer.length >= BATCH) await relay();
  return { statusCode: 202, body: JSON.stringify({ id }) };
};

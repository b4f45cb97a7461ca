import type { NextRequest } from 'next/server';
import { userOf } from './users';

interface AuditContext {
  address: string;
  user?: string;
}

let current: AuditContext | undefined; // flag: no-request-leak

export async function captureAudit(request: NextRequest): Promise<AuditContext> {
  const context: AuditContext = { address: request.headers.get('x-forwarded-for') ?? '' };
  context.user = await userOf(request);
  current = context;
  return context;
}

export function auditContext(): AuditContext | undefined {
  return current;
}

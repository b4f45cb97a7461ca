const sessions = new Map<string, { auditor: string; since: number }>(); // flag: no-memory-lock

export function begin(vault: string, auditor: string): void {
  const session = sessions.get(vault);
  if (session) throw new Error(`${session.auditor} is at vault ${vault} since ${session.since}`);
  sessions.set(vault, { auditor, since: Date.now() });
}

export function end(vault: string, auditor: string): void {
  if (sessions.get(vault)?.auditor === auditor) sessions.delete(vault);
}

import { auditPage, store } from './audit';

class AuditReader {
  private position = 'start'; // flag: no-memory-checkpoint

  async *pages(from = this.position) {
    let next: string | undefined = from;
    while (next) {
      const page = await auditPage(next);
      yield page.entries;
      next = page.next;
      if (next) this.position = next;
    }
  }
}

const reader = new AuditReader();

export async function copyAuditTrail(): Promise<number> {
  let copied = 0;
  for await (const entries of reader.pages()) {
    await store(entries);
    copied += entries.length;
  }
  return copied;
}

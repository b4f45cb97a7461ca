import { ImapFlow } from 'imapflow';
import { fileTicket } from './tickets';

export class MailboxReader {
  private lastUid = 0; // flag: no-memory-checkpoint

  constructor(private readonly connect: () => Promise<ImapFlow>) {}

  async readNew(): Promise<number> {
    const imap = await this.connect();
    const lock = await imap.getMailboxLock('INBOX');
    let filed = 0;
    try {
      for await (const message of imap.fetch(`${this.lastUid + 1}:*`, { uid: true, envelope: true })) {
        await fileTicket(message.envelope?.subject ?? '', message.envelope?.from?.[0]?.address ?? '');
        this.lastUid = message.uid;
        filed += 1;
      }
    } finally {
      lock.release();
      await imap.logout();
    }
    return filed;
  }
}

export const supportMailbox = new MailboxReader(async () => {
  const imap = new ImapFlow({ host: process.env.IMAP_HOST!, port: 993, secure: true });
  await imap.connect();
  return imap;
});

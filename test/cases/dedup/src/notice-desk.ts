import { sendNotice } from './notices';

class NoticeDesk {
  constructor(private readonly sent: Set<string>) {}

  async post(id: string, text: string): Promise<void> {
    if (this.sent.has(id)) return;
    await sendNotice(text);
    this.sent.add(id);
  }
}

// The field is another name of this set.
const sentNotices = new Set<string>(); // flag: no-memory-dedup
const desk = new NoticeDesk(sentNotices);

export const handler = async (event: { Records: { messageId: string; body: string }[] }) => {
  for (const { messageId, body } of event.Records) await desk.post(messageId, body);
};

import { sendNotice } from './notices';

class NoticeDesk {
  constructor(private readonly sent: Set<string>) {}

  async post(id: string, text: string): Promise<void> {
    if (this.sent.has(id)) return;
    await sendNotice(text);
    this.sent.add(id);
  }
}

export const handler = async (event: { Records: { messageId: string; body: string }[] }) => {
  const desk = new NoticeDesk(new Set());
  for (const { messageId, body } of event.Records) await desk.post(messageId, body);
};

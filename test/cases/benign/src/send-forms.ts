import { Injectable } from '@nestjs/common';
import { Participants } from './participants';
import { Mailer } from './mailer';

@Injectable()
export class SendForms {
  constructor(private readonly participants: Participants, private readonly mailer: Mailer) {}

  async send(form: string): Promise<number> {
    const all: { email: string }[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const found = await this.participants.browse({ form, page });
      console.log(`page ${page}: ${found.length} participants`);
      all.push(...found);
      more = found.length === 500;
    }
    await this.mailer.sendAll(all, form);
    return all.length;
  }
}

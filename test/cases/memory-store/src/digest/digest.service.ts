import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CronJob } from 'cron';
import { ArticlesService } from '../articles/articles.service';
import { MailService } from '../mail/mail.service';

@Injectable()
export class DigestService implements OnModuleInit {
  constructor(
    private readonly articles: ArticlesService,
    private readonly mail: MailService,
  ) {}

  onModuleInit(): void {
    const job = new CronJob('0 7 * * *', () => this.sendDigest(), null, false, 'Europe/Berlin'); // flag: no-memory-store
    job.start();
  }

  async sendDigest(): Promise<void> {
    const articles = await this.articles.ofYesterday();
    await this.mail.toAllReaders('digest', { articles });
  }
}

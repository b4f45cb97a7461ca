import { Injectable, Logger } from '@nestjs/common';
import { DomainsClient } from './domains.client';
import { MailboxClient } from './mailbox.client';
import { BillingClient } from './billing.client';

@Injectable()
export class OnboardingService {
  private readonly logger = new Logger(OnboardingService.name);

  constructor(
    private readonly domains: DomainsClient,
    private readonly mailboxes: MailboxClient,
    private readonly billing: BillingClient,
  ) {}

  async onboard(company: string, domain: string): Promise<void> {
    await this.domains.register(domain);
    this.logger.log(`Step 1/3: domain ${domain} registered`); // flag: no-log-progress
    await this.mailboxes.create(`office@${domain}`);
    this.logger.log(`Step 2/3: mailbox created`);
    await this.billing.subscribe(company, 'starter');
    this.logger.log(`Step 3/3: ${company} subscribed`);
  }
}

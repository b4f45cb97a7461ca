import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';
import { chargeCard, sendReminder } from '../billing';

export class SubscriptionWorkflow extends WorkflowEntrypoint<Env, { subscription: string }> {
  private attempts = 0;
  private stage = 'new';

  async run(event: WorkflowEvent<{ subscription: string }>, step: WorkflowStep): Promise<string> {
    while (this.stage !== 'paid' && this.attempts < 3) {
      this.attempts += 1;
      this.stage = await step.do(`charge ${this.attempts}`, () => chargeCard(event.payload.subscription));
      if (this.stage !== 'paid') {
        await step.do(`remind ${this.attempts}`, () => sendReminder(event.payload.subscription));
        await step.sleep('pause', '1 day');
      }
    }
    return this.stage;
  }
}

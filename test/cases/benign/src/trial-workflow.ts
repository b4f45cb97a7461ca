import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';
import { chargeTrial, remind } from './trials';

interface Env {
  TRIALS: Workflow;
}

type Params = { customer: string };

export class TrialWorkflow extends WorkflowEntrypoint<Env, Params> {
  private reminders = 0;
  private readonly stages: string[] = [];

  async run(event: WorkflowEvent<Params>, step: WorkflowStep): Promise<string[]> {
    const { customer } = event.payload;
    while (this.reminders < 2) {
      await step.sleep(`wait-${this.reminders}`, '7 days');
      await step.do(`remind-${this.reminders}`, () => remind(customer));
      this.reminders += 1;
      this.stages.push('reminded');
    }
    await step.do('charge', () => chargeTrial(customer));
    this.stages.push('charged');
    return this.stages;
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const instance = await env.TRIALS.create({ params: await request.json<Params>() });
    return Response.json({ id: instance.id }, { status: 202 });
  },
};

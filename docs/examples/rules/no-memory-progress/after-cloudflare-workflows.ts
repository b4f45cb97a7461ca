import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';

interface Env {
  IMPORTS: Workflow<{ source: string }>;
  FILES: R2Bucket;
  DB: D1Database;
}

export class ImportWorkflow extends WorkflowEntrypoint<Env, { source: string }> {
  override async run({ instanceId: id, payload }: WorkflowEvent<{ source: string }>, step: WorkflowStep): Promise<void> {
    const key = await step.do('copy source', async () => {
      const response = await fetch(payload.source);
      if (!response.ok) throw new Error(`the source answered ${response.status}`);
      await this.env.FILES.put(`imports/${id}.csv`, await response.arrayBuffer());
      return `imports/${id}.csv`;
    });
    await step.do('load rows', { retries: { limit: 5, delay: '10 seconds', backoff: 'exponential' } }, async () => {
      const file = await this.env.FILES.get(key);
      const lines = (await file!.text()).split('\n');
      const insert = this.env.DB.prepare('INSERT OR REPLACE INTO rows (import_id, line, content) VALUES (?, ?, ?)');
      await this.env.DB.batch(lines.map((content, line) => insert.bind(id, line, content)));
    });
    await step.do('publish', async () => {
      await this.env.DB.prepare('UPDATE published SET import_id = ?').bind(id).run();
    });
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method === 'POST') {
      const { id, source } = await request.json<{ id: string; source: string }>();
      const started = await env.IMPORTS.create({ id, params: { source } });
      return Response.json({ id: started.id }, { status: 202 });
    }
    const job = await env.IMPORTS.get(new URL(request.url).searchParams.get('id') ?? '');
    return Response.json(await job.status());
  },
} satisfies ExportedHandler<Env>;

interface Env {
  REMINDERS: Queue<{ appointment: string }>;
  DB: D1Database;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { appointment, minutes } = await request.json<{ appointment: string; minutes: number }>();
    await env.REMINDERS.send({ appointment }, { delaySeconds: minutes * 60 });
    return new Response(null, { status: 202 });
  },
  async queue(batch: MessageBatch<{ appointment: string }>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      await env.DB.prepare('UPDATE appointments SET reminded = 1 WHERE id = ?').bind(message.body.appointment).run();
      message.ack();
    }
  },
};

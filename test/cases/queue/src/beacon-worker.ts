interface Beacon {
  page: string;
  ms: number;
}

interface Env {
  BEACONS: Queue<Beacon>;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const batch: { body: Beacon }[] = [];
    for (const { page, ms } of await request.json<Beacon[]>()) {
      if (ms > 0) batch.push({ body: { page, ms } });
    }
    while (batch.length > 0) {
      await env.BEACONS.sendBatch(batch.splice(0, 100));
    }
    return new Response(null, { status: 202 });
  },

  async queue(batch: MessageBatch<Beacon>): Promise<void> {
    const body = batch.messages.map((message) => message.body);
    await fetch('https://metrics.example.com/beacons', { method: 'POST', body: JSON.stringify(body) });
  },
} satisfies ExportedHandler<Env, Beacon>;

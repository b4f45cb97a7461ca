interface Upload {
  key: string;
}

interface Env {
  IMAGES: R2Bucket;
  FAILED: KVNamespace;
  RESIZER: Fetcher;
}

const retry = { maxAttempts: 5, delaySeconds: 30 };

export default {
  async queue(batch: MessageBatch<Upload>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      const { attempts } = message;
      const response = await env.RESIZER.fetch(`https://resizer/${message.body.key}`, { method: 'POST' });
      if (response.ok) {
        message.ack();
      } else if (attempts < retry.maxAttempts) {
        message.retry({ delaySeconds: retry.delaySeconds * attempts });
      } else {
        await env.FAILED.put(message.body.key, String(response.status));
        message.ack();
      }
    }
  },
} satisfies ExportedHandler<Env, Upload>;

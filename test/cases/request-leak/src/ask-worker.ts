import { Hono } from 'hono';
import OpenAI from 'openai';

const shared: { openai?: OpenAI } = {}; // flag: no-request-leak
const app = new Hono();

app.post('/ask', async (c) => {
  const apiKey = c.req.header('x-openai-key');
  if (!apiKey) return c.json({ error: 'key is missing' }, 401);
  shared.openai ||= new OpenAI({ apiKey });
  const { question } = await c.req.json<{ question: string }>();
  const { choices } = await shared.openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: question }],
  });
  return c.json({ answer: choices[0].message.content });
});

export default app;

import { FakeListChatModel } from '@langchain/core/utils/testing';
import { MemorySaver } from '@langchain/langgraph';
import Keyv from 'keyv';
import { describe, expect, it } from 'vitest';
import { buildAgent } from './agent';

const checkpointer = new MemorySaver();
const drafts = new Keyv();

describe('agent', () => {
  it('remembers the thread', async () => {
    const agent = buildAgent({ model: new FakeListChatModel({ responses: ['Hello Ada', 'Ada'] }), checkpointer, drafts });
    const config = { configurable: { thread_id: 't-1' } };
    await agent.invoke({ messages: [{ role: 'user', content: 'I am Ada' }] }, config);
    const { messages } = await agent.invoke({ messages: [{ role: 'user', content: 'Who am I?' }] }, config);
    expect(messages.at(-1)?.content).toBe('Ada');
  });
});

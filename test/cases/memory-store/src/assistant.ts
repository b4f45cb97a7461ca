import { ChatAnthropic } from '@langchain/anthropic';
import { END, InMemoryStore, MemorySaver, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const model = new ChatAnthropic({ model: 'claude-3-5-haiku-latest' });

const checkpointer = new MemorySaver(); // flag: no-memory-store
const store = new InMemoryStore(); // flag: no-memory-store

const assistant = new StateGraph(MessagesAnnotation)
  .addNode('answer', async ({ messages }) => ({ messages: [await model.invoke(messages)] }))
  .addEdge(START, 'answer')
  .addEdge('answer', END)
  .compile({ checkpointer, store });

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { thread, text } = JSON.parse(event.body ?? '{}');
  const { messages } = await assistant.invoke(
    { messages: [{ role: 'user', content: text }] },
    { configurable: { thread_id: thread } },
  );
  return { statusCode: 200, body: JSON.stringify({ answer: messages[messages.length - 1].content }) };
};

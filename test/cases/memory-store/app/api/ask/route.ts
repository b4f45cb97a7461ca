import { MemorySaver, StateGraph, Annotation } from '@langchain/langgraph';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';

const checkpointer = process.env.DATABASE_URL ? PostgresSaver.fromConnString(process.env.DATABASE_URL) : new MemorySaver(); // flag: no-memory-store
const graph = new StateGraph(Annotation.Root({ topic: Annotation<string> })).addNode('ask', async (state) => state).addEdge('__start__', 'ask').compile({ checkpointer });

export async function POST(request: Request) {
  const { topic, thread } = await request.json();
  return Response.json(await graph.invoke({ topic }, { configurable: { thread_id: thread } }));
}

import { MemorySaver } from '@langchain/langgraph';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';

export function makeSaver() {
  if (!process.env.DATABASE_URL) {
    if (process.env.NODE_ENV === 'production') throw new Error('no DATABASE_URL');
    return new MemorySaver();
  }
  return PostgresSaver.fromConnString(process.env.DATABASE_URL);
}

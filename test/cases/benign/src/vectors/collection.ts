import { VectorStore } from './store';

let store: VectorStore | undefined;
let storeOf: string | undefined;

// The name decides which store is made; the same name makes the same.
export function vectors(): VectorStore {
  const name = process.env.STAGE === 'live' ? 'pictures-live' : 'pictures-try';
  if (!store || storeOf !== name) {
    store = new VectorStore(name);
    storeOf = name;
  }
  return store;
}

import { loadTideEngine, type TideEngine } from './wasm';

let engine: TideEngine | null = null;
let starting: Promise<TideEngine> | null = null;

export async function tideEngine(onStage?: (stage: string) => void): Promise<TideEngine> {
  if (engine) return engine;
  if (starting) return starting;
  starting = (async () => {
    try {
      onStage?.('loading');
      const loaded = await loadTideEngine();
      engine = loaded;
      return loaded;
    } catch (error) {
      starting = null;
      engine = null;
      throw error;
    }
  })();
  return starting;
}

export function dropTideEngine(): void {
  engine = null;
  starting = null;
}

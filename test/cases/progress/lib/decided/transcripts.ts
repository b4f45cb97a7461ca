// The same shape, but the program itself moves the states on.
import { transcribe } from './speech';

interface Transcript {
  id: string;
  text: string;
  status: 'queued' | 'running' | 'approved' | 'rejected';
}

const transcripts = new Map<string, Transcript>(); // flag: no-memory-progress

export async function makeTranscript(id: string, audio: Blob): Promise<void> {
  transcripts.set(id, { id, text: '', status: 'running' });
  const text = await transcribe(audio);
  transcripts.set(id, { id, text, status: text === '' ? 'rejected' : 'approved' });
}

export function transcriptOf(id: string): Transcript | undefined {
  return transcripts.get(id);
}

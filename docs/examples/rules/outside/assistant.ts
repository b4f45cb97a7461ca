import { ask } from './ask';

export async function complete(prompt: string): Promise<string> {
  return ask('POST', `${process.env.ASSISTANT_URL}/completions`, { prompt });
}

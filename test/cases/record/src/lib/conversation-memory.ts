import OpenAI from 'openai';

type Turn = { role: 'user' | 'assistant'; content: string };

class ConversationMemory {
  private static instance?: ConversationMemory;
  private conversations: Record<string, Turn[]> = {}; // flag: no-memory-record

  private constructor(private readonly limit: number) {}

  static getInstance(): ConversationMemory {
    if (!ConversationMemory.instance) {
      ConversationMemory.instance = new ConversationMemory(20);
    }
    return ConversationMemory.instance;
  }

  turns(caller: string): Turn[] {
    return this.conversations[caller] || [];
  }

  append(caller: string, ...turns: Turn[]): void {
    this.conversations[caller] = [...this.turns(caller), ...turns].slice(-this.limit);
  }
}

const openai = new OpenAI();

export async function reply(caller: string, content: string): Promise<string> {
  const memory = ConversationMemory.getInstance();
  const messages: Turn[] = [...memory.turns(caller), { role: 'user', content }];
  const { choices } = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages });
  const answer = choices[0].message.content ?? '';
  memory.append(caller, { role: 'user', content }, { role: 'assistant', content: answer });
  return answer;
}

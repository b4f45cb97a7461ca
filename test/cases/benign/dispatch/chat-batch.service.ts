import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import { AssignChat } from './assign-chat';

// One batch, one table of locks: it is gone with the batch.
@Injectable()
export class ChatBatchService {
  constructor(private readonly assignChat: AssignChat) {}

  async dispatchAll(chats: readonly string[]): Promise<void> {
    const locks = new Map<string, Mutex>();
    await Promise.all(
      chats.map(async (chat) => {
        let lock = locks.get(chat);
        if (!lock) {
          lock = new Mutex();
          locks.set(chat, lock);
        }
        await lock.runExclusive(() => this.assignChat.execute(chat));
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import { AssignChat } from './assign-chat';

@Injectable()
export class ChatDispatcherService {
  private readonly locks = new Map<string, Mutex>();

  constructor(private readonly assignChat: AssignChat) {}

  private lockOf(chat: string): Mutex {
    let lock = this.locks.get(chat);
    if (!lock) {
      lock = new Mutex(); // flag: no-memory-lock
      this.locks.set(chat, lock);
    }
    return lock;
  }

  async dispatch(chat: string): Promise<void> {
    await this.lockOf(chat).runExclusive(() => this.assignChat.execute(chat));
  }
}

import { Injectable } from '@nestjs/common';
import { logger } from './logger';

@Injectable()
export class MembershipGreeting {
  constructor(
    private readonly members: { findAll(): Promise<{ id: string }[]> },
    private readonly letters: { greetMember(id: string): Promise<void> },
  ) {}

  async greetAll() {
    const all = await this.members.findAll();
    let done = 0;
    for (const { id } of all) {
      await this.letters.greetMember(id);
      done++;
      logger.info('greeted', { id, progress: `${done}/${all.length}` }); // flag: no-log-progress
    }
    return { done };
  }
}

import { Injectable } from '@nestjs/common';
import { logger } from './logger';

@Injectable()
export class MembershipReset {
  constructor(
    private readonly members: { findExpired(): Promise<{ id: string }[]> },
    private readonly cards: { deleteByMember(id: string): Promise<void> },
  ) {}

  async resetAll() {
    const expired = await this.members.findExpired();
    let done = 0;
    for (const { id } of expired) {
      await this.cards.deleteByMember(id);
      done++;
      logger.info('reset', { id, progress: `${done}/${expired.length}` });
    }
    return { done };
  }
}

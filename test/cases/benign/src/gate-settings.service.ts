import { Injectable } from '@nestjs/common';
import { RedisService } from './redis.service';

@Injectable()
export class GateSettingsService {
  private threshold = 80;
  private askedAt = 0;

  constructor(private readonly redis: RedisService) {}

  async mayPass(score: number): Promise<boolean> {
    if (Date.now() - this.askedAt > 60_000) await this.refresh();
    return score < this.threshold;
  }

  async update(settings: { threshold: number }): Promise<void> {
    this.threshold = settings.threshold;
    await this.redis.set('gate-settings', { threshold: this.threshold });
  }

  private async refresh(): Promise<void> {
    const settings = await this.redis.get<{ threshold: number }>('gate-settings');
    if (settings) this.threshold = settings.threshold;
    this.askedAt = Date.now();
  }
}

import { Injectable } from '@nestjs/common';

@Injectable()
export class GateSettingsService {
  private threshold = 80; // flag: no-memory-record

  mayPass(score: number): boolean {
    return score < this.threshold;
  }

  update(settings: { threshold: number }): void {
    this.threshold = settings.threshold;
  }
}

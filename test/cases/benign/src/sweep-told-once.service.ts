import { Injectable, Logger } from '@nestjs/common';
import { sweep, isSweepNeeded } from './sweep';

@Injectable()
export class SweepService {
  private readonly logger = new Logger(SweepService.name);
  private hasToldOfRest = false;

  async run(): Promise<void> {
    if (!isSweepNeeded()) {
      if (!this.hasToldOfRest) {
        this.logger.debug('nothing to sweep');
        this.hasToldOfRest = true;
      }
      return;
    }
    this.hasToldOfRest = false;
    await sweep();
  }
}

import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { SmsGateway } from './sms.gateway';

@Injectable()
export class SmsService {
  private consecutiveErrors = 0; // flag: no-memory-retry

  constructor(private readonly gateway: SmsGateway) {}

  get healthy(): boolean {
    return this.consecutiveErrors < 5;
  }

  async send(phone: string, text: string): Promise<void> {
    if (!this.healthy) {
      throw new ServiceUnavailableException('the text message gateway is down');
    }
    try {
      await this.gateway.send(phone, text);
      this.consecutiveErrors = 0;
    } catch (error) {
      this.consecutiveErrors += 1;
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';

interface Attempt {
  deliveryId: string;
  tries: number;
}

@Injectable()
export class RedeliveryService {
  private attempts: Attempt[] = []; // flag: no-memory-retry

  constructor(private readonly http: HttpService) {}

  async deliver(deliveryId: string, url: string, body: unknown): Promise<'delivered' | 'again' | 'given-up'> {
    try {
      await firstValueFrom(this.http.post(url, body));
      this.attempts = this.attempts.filter((attempt) => attempt.deliveryId !== deliveryId);
      return 'delivered';
    } catch {
      const attempt = this.attempts.find((candidate) => candidate.deliveryId === deliveryId);
      if (!attempt) {
        this.attempts.push({ deliveryId, tries: 1 });
        return 'again';
      }
      attempt.tries += 1;
      return attempt.tries < 5 ? 'again' : 'given-up';
    }
  }
}

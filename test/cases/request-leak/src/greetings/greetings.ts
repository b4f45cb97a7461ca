import { Controller, Get, Headers, Injectable } from '@nestjs/common';
import { dictionary } from './dictionary';

@Injectable()
export class Greetings {
  private language = 'en'; // flag: no-request-leak

  speak(language: string | undefined): void {
    if (language && language in dictionary) this.language = language;
  }

  greet(): string {
    return dictionary[this.language].hello;
  }
}

@Controller('greetings')
export class GreetingsController {
  constructor(private readonly greetings: Greetings) {}

  // Set and read by the same request, of which many run at a time.
  @Get()
  show(@Headers('accept-language') accepted?: string): string {
    this.greetings.speak(accepted?.slice(0, 2));
    return this.greetings.greet();
  }
}

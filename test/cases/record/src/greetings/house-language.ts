import { Body, Controller, Get, Injectable, Put } from '@nestjs/common';
import { dictionary } from './dictionary';

@Injectable()
export class HouseLanguage {
  private language = 'en'; // flag: no-memory-record

  set(language: string): void {
    this.language = language;
  }

  greet(): string {
    return dictionary[this.language].hello;
  }
}

@Controller('house')
export class HouseController {
  constructor(private readonly house: HouseLanguage) {}

  @Put('language')
  choose(@Body() body: { language: string }): void {
    this.house.set(body.language);
  }

  @Get('greeting')
  show(): string {
    return this.house.greet();
  }
}

import { Body, Controller, Headers, Post } from '@nestjs/common';
import { RatesService } from './rates.service';

@Controller('quotes')
export class QuotesController {
  private currency = 'EUR'; // flag: no-request-leak

  constructor(private readonly rates: RatesService) {}

  @Post()
  async quote(@Body() parcel: { grams: number }, @Headers('x-currency') currency?: string) {
    if (currency) {
      this.currency = currency;
    }
    const cents = await this.rates.for(parcel.grams);
    return { price: await this.converted(cents), currency: this.currency };
  }

  private async converted(cents: number): Promise<number> {
    return (cents / 100) * (await this.rates.exchange(this.currency));
  }
}

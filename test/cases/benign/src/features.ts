import * as LaunchDarkly from '@launchdarkly/node-server-sdk';
import { http } from '@google-cloud/functions-framework';
import { checkout, oldCheckout } from './checkout';

let client: LaunchDarkly.LDClient | null = null;

async function features(): Promise<LaunchDarkly.LDClient> {
  if (client === null) {
    const starting = LaunchDarkly.init(process.env.LD_KEY!);
    await starting.waitForInitialization({ timeout: 5 });
    client = starting;
  }
  return client;
}

http('checkout', async (req, res) => {
  const enabled = await (await features()).variation('new-checkout', { key: req.body.customer }, false);
  res.json(enabled ? await checkout(req.body) : await oldCheckout(req.body));
});

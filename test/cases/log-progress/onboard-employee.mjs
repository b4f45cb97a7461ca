import { withDurableExecution } from '@aws/durable-execution-sdk-js';
import { createMailbox, grantBadge, orderLaptop } from './office.mjs';

export const handler = withDurableExecution(async (event, context) => {
  const mailbox = await context.step('mailbox', () => createMailbox(event.employee));
  console.log('step 1 of 3 done: mailbox', mailbox.address);

  await context.step('badge', () => grantBadge(event.employee, event.building));
  console.log('step 2 of 3 done: badge');

  const order = await context.step('laptop', () => orderLaptop(event.employee, event.model));
  console.log('step 3 of 3 done: laptop', order.number);

  return { mailbox: mailbox.address, laptop: order.number };
});

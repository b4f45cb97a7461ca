import { RuleTester } from '@typescript-eslint/rule-tester';
import { noLogProgress } from '../../rules/no-log-progress.js';

const tester = new RuleTester();

tester.run('no-log-progress: positions in a batch', noLogProgress, {
  valid: [
    {
      name: 'a summary after the loop',
      code: `
import { listSubscribers, sendNewsletter } from './newsletter';
export const handler = async () => {
  const subscribers = await listSubscribers();
  for (const subscriber of subscribers) await sendNewsletter(subscriber);
  console.log(\`sent \${subscribers.length} newsletters\`);
};
`,
    },
    {
      name: 'each unit leaves a row beside the line',
      code: `
import { db } from './db';
import { sendNewsletter } from './newsletter';
export const handler = async (event) => {
  const subscribers = await db.subscriber.findMany({ where: { sentAt: null } });
  for (const [index, subscriber] of subscribers.entries()) {
    await sendNewsletter(subscriber);
    await db.subscriber.update({ where: { id: subscriber.id }, data: { sentAt: new Date() } });
    console.log(\`processed \${index + 1}/\${subscribers.length}\`);
  }
};
`,
    },
    {
      name: 'the statement that records the row is a tagged template',
      code: `
import { sql } from '@vercel/postgres';
import { sendSms } from './sms';
export const handler = async (event) => {
  for (const [index, patient] of event.patients.entries()) {
    await sendSms(patient.phone);
    await sql\`UPDATE patients SET reminded_at = now() WHERE id = \${patient.id}\`;
    console.log(\`reminded \${index + 1} of \${event.patients.length}\`);
  }
};
`,
    },
    {
      name: 'the source keeps what is done of its records',
      code: `
import { deliver } from './webhooks';
export const handler = async (event) => {
  for (const [index, record] of event.Records.entries()) {
    await deliver(record.body);
    console.log(\`processed \${index + 1}/\${event.Records.length}\`);
  }
};
`,
    },
    {
      name: 'each unit is handed to a queue',
      code: `
import { queue } from './queue';
import { chunksOf } from './mails';
export const handler = async (event) => {
  const chunks = chunksOf(event.mails);
  for (let i = 0; i < chunks.length; i += 1) {
    await queue.enqueueJSON({ url: '/api/send', body: chunks[i] });
    console.log(\`enqueued batch \${i + 1}/\${chunks.length}\`);
  }
};
`,
    },
    {
      name: 'attempts at one thing, failures and debug lines',
      code: `
import { postToPartner } from './partner';
export const handler = async (event, logger) => {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    console.log(\`attempt \${attempt}/3\`);
    await postToPartner(event);
    console.error(\`failed \${attempt}/3\`);
    logger.debug(\`processed \${attempt}/3\`);
  }
};
`,
    },
    {
      name: 'a loop that only reads',
      code: `
import { loadPage } from './catalogue';
export const handler = async (event) => {
  for (let page = 1; page <= event.pages; page += 1) {
    await loadPage(page);
    console.log(\`page \${page}/\${event.pages} read\`);
  }
};
`,
    },
    {
      name: 'a path is no position',
      code: `
import { copyObject } from './objects';
export const handler = async (event) => {
  for (const key of event.keys) {
    await copyObject(event.bucket, key);
    console.log(\`copied \${event.bucket}/\${key}\`);
  }
};
`,
    },
  ],
  invalid: [
    {
      name: 'a count and a total',
      code: `
import { listSubscribers, sendNewsletter } from './newsletter';
export const handler = async () => {
  const subscribers = await listSubscribers();
  for (const [index, subscriber] of subscribers.entries()) {
    await sendNewsletter(subscriber);
    console.log(\`processed \${index + 1}/\${subscribers.length}\`);
  }
};
`,
      errors: [{ messageId: 'loggedBatch', data: { work: 'sendNewsletter', where: 'handler, line 7' }, line: 7, column: 5 }],
    },
    {
      name: 'a checkpoint in a structured field',
      code: `
import pino from 'pino';
import { contactsAfter, pushContact } from './crm';
const log = pino();
export async function handler() {
  for await (const contact of contactsAfter(0)) {
    await pushContact(contact);
    log.info({ lastProcessedId: contact.id }, 'contact pushed');
  }
}
`,
      errors: [{ messageId: 'loggedBatch', data: { work: 'pushContact', where: 'handler, line 8' }, line: 8, column: 5 }],
    },
    {
      name: 'a cursor of pages',
      code: `
import { listArticles, publishToIndex } from './search';
export const handler = async (event, context) => {
  let cursor;
  do {
    const { articles, next } = await listArticles(cursor);
    await publishToIndex(articles);
    cursor = next;
    context.log('indexed up to', cursor);
  } while (cursor);
};
`,
      errors: [{ messageId: 'loggedBatch', data: { work: 'publishToIndex', where: 'handler, line 9' }, line: 9, column: 5 }],
    },
    {
      name: 'callbacks that are awaited together',
      code: `
import { chargeMember } from './dues';
export const handler = async (event) => {
  let done = 0;
  await Promise.all(
    event.members.map(async (member) => {
      await chargeMember(member);
      done += 1;
      console.info(\`charged \${done} of \${event.members.length}\`);
    }),
  );
};
`,
      errors: [{ messageId: 'loggedBatch', data: { work: 'chargeMember', where: 'handler, line 9' }, line: 9, column: 7 }],
    },
  ],
});

tester.run('no-log-progress: steps', noLogProgress, {
  valid: [
    {
      name: 'one step with a start and a finish',
      code: `
import { saveOrder } from './orders';
export const handler = async (event) => {
  console.log('step 1: saving order');
  const order = await saveOrder(event);
  console.log('order saved');
  return order;
};
`,
    },
    {
      name: 'each step is recorded in the job table',
      code: `
import { pool } from './pool';
import { createAccount, grantAccess } from './directory';
async function reached(tenant, stage) {
  await pool.query('UPDATE onboardings SET stage = $2 WHERE tenant = $1', [tenant, stage]);
  console.info('stage reached', { tenant, stage });
}
export const handler = async (event) => {
  await createAccount(event.tenant);
  await reached(event.tenant, 'account-created');
  await grantAccess(event.tenant);
  await reached(event.tenant, 'access-granted');
};
`,
    },
    {
      name: 'a workflow engine keeps the steps',
      code: `
import { inngest } from './client';
import { chargeCard, bookCarrier } from './providers';
export const ship = inngest.createFunction({ id: 'ship' }, { event: 'order.paid' }, async ({ event, step }) => {
  await step.run('charge', () => chargeCard(event.data.order));
  console.log('step 1 done');
  await step.run('book', () => bookCarrier(event.data.order));
  console.log('step 2 done');
});
`,
    },
    {
      name: 'a partial response of the batch',
      code: `
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { charge, extend } from './subscriptions';
const processor = new BatchProcessor(EventType.SQS);
const renew = async (record) => {
  await charge(record.body);
  console.log('step 1 done');
  await extend(record.body);
  console.log('step 2 done');
};
export const handler = async (event, context) => processPartialResponse(event, renew, processor, { context });
`,
    },
  ],
  invalid: [
    {
      name: 'numbered steps',
      code: `
import { chargeCard, bookCarrier } from './providers';
export const handler = async (event) => {
  await chargeCard(event.order);
  console.log('step 1 done');
  await bookCarrier(event.order);
  console.log('step 2 done');
};
`,
      errors: [{ messageId: 'loggedSteps', data: { work: 'chargeCard', where: 'handler, line 5' }, line: 5, column: 3 }],
    },
    {
      name: 'stages through a helper',
      code: `
import { createAccount, grantAccess } from './directory';
function report(tenant, stage) {
  console.info(JSON.stringify({ tenant, stage }));
}
export const handler = async (event) => {
  await createAccount(event.tenant);
  report(event.tenant, 'account-created');
  await grantAccess(event.tenant);
  report(event.tenant, 'access-granted');
};
`,
      errors: [{ messageId: 'loggedSteps', data: { work: 'createAccount', where: 'handler → report, line 4' }, line: 4, column: 3 }],
    },
    {
      name: 'three effects, each told when it is done',
      code: `
import { createFolder, uploadContract, inviteClient } from './drive';
export const handler = async (event) => {
  const folder = await createFolder(event.client);
  console.log('Folder created', folder.id);
  await uploadContract(folder.id, event.contract);
  console.log('Contract uploaded');
  await inviteClient(event.client);
  console.log('Client invited');
};
`,
      errors: [{ messageId: 'loggedSteps', data: { work: 'createFolder', where: 'handler, line 5' }, line: 5, column: 3 }],
    },
    {
      name: 'a list of steps',
      code: `
import { steps } from './pipeline';
export const handler = async (event, logger) => {
  for (const step of steps) {
    await step.run(event.order);
    logger.info('step done', { order: event.order, step: step.name });
  }
};
`,
      errors: [{ messageId: 'loggedBatch', data: { work: 'step.run', where: 'handler, line 6' }, line: 6, column: 5 }],
    },
  ],
});

tester.run('no-log-progress: progress read back', noLogProgress, {
  valid: [
    {
      name: 'a query for errors',
      code: `
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
const logs = new CloudWatchLogsClient({});
export const handler = async (event) =>
  logs.send(new FilterLogEventsCommand({ logGroupName: event.group, filterPattern: 'ERROR' }));
`,
    },
    {
      name: 'a log file that nobody writes here',
      code: `
import fs from 'node:fs';
export const handler = async () => fs.readFileSync('/var/log/nginx/access.log', 'utf8');
`,
    },
  ],
  invalid: [
    {
      name: 'a query for the last checkpoint',
      code: `
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
const logs = new CloudWatchLogsClient({});
export const handler = async (event) =>
  logs.send(new FilterLogEventsCommand({ logGroupName: event.group, filterPattern: 'checkpoint' }));
`,
      errors: [{ messageId: 'readFromLogs', data: { source: 'FilterLogEventsCommand', where: 'handler, line 5' }, line: 5, column: 3 }],
    },
    {
      name: 'a log file that the same code appends to',
      code: `
import fs from 'node:fs';
import { announce } from './carrier';
const LOG = '/tmp/parcels.log';
export const handler = async (event) => {
  const done = fs.readFileSync(LOG, 'utf8').split('\\n');
  for (const parcel of event.parcels) {
    if (done.includes(parcel)) continue;
    await announce(parcel);
    fs.appendFileSync(LOG, \`done \${parcel}\\n\`);
  }
};
`,
      errors: [{ messageId: 'readFromLogs', data: { source: 'parcels.log', where: 'handler, line 6' }, line: 6, column: 16 }],
    },
  ],
});

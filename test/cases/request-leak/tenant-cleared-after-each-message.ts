import type { SNSEvent } from 'aws-lambda';
import { archiveInvoice, type Invoice } from './invoices';
import { schemaOf } from './tenants';

let tenant: string | undefined;

async function archive(invoice: Invoice): Promise<void> {
  const schema = await schemaOf(tenant ?? 'public');
  await archiveInvoice(schema, invoice);
}

export const handler = async (event: SNSEvent): Promise<void> => {
  const { Message, MessageAttributes } = event.Records[0].Sns;
  try {
    if (MessageAttributes.tenant) tenant = MessageAttributes.tenant.Value;
    await archive(JSON.parse(Message) as Invoice);
  } finally {
    tenant = undefined;
  }
};

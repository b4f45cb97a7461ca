import { app, type HttpRequest, type HttpResponseInit, type InvocationContext, type Timer } from '@azure/functions';
import { BlobServiceClient } from '@azure/storage-blob';
import { isPaused, setPaused } from '../switches';
import { bookMovements } from '../warehouse';

const blobs = BlobServiceClient.fromConnectionString(process.env.AzureWebJobsStorage!);
const leaseBlob = blobs.getContainerClient('leases').getBlobClient('sync-stock');

async function syncStock(_timer: Timer, context: InvocationContext): Promise<void> {
  if (await isPaused()) return;
  const lease = leaseBlob.getBlobLeaseClient();
  try {
    await lease.acquireLease(60);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 409) throw error;
    context.warn('the previous run has not ended');
    return;
  }
  try {
    await bookMovements();
  } finally {
    await lease.releaseLease();
  }
}

async function pause(_request: HttpRequest): Promise<HttpResponseInit> {
  await setPaused(true);
  return { status: 204 };
}

async function resume(_request: HttpRequest): Promise<HttpResponseInit> {
  await setPaused(false);
  return { status: 204 };
}

app.timer('syncStock', { schedule: '0 */5 * * * *', handler: syncStock });
app.http('pause', { methods: ['POST'], authLevel: 'admin', handler: pause });
app.http('resume', { methods: ['POST'], authLevel: 'admin', handler: resume });

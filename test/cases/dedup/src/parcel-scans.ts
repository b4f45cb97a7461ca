import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import { moveParcel } from './parcels';

const processor = new BatchProcessor(EventType.SQS);
const scanned = new Set<string>(); // flag: no-memory-dedup

const handleScan = async (record: SQSRecord): Promise<void> => {
  if (scanned.has(record.messageId)) return;
  await moveParcel(JSON.parse(record.body));
  scanned.add(record.messageId);
};

export const handler: SQSHandler = async (event, context) => processPartialResponse(event, handleScan, processor, { context });

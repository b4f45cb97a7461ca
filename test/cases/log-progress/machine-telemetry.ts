import { Logger } from '@aws-lambda-powertools/logger';
import type { KinesisStreamHandler } from 'aws-lambda';
import { alert, evaluate } from './machines';

const logger = new Logger({ serviceName: 'telemetry' });

export const handler: KinesisStreamHandler = async (event) => {
  for (const [index, { kinesis }] of event.Records.entries()) {
    const sample = JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8'));
    const verdict = await evaluate(sample);
    if (verdict.critical) {
      await alert(sample.machine, verdict.reason);
    }
    logger.info(`processed ${index + 1}/${event.Records.length}`, { sequenceNumber: kinesis.sequenceNumber });
  }
};

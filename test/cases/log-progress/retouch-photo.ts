import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { Logger } from '@aws-lambda-powertools/logger';
import { brighten, crop, publish } from './photos';

const sfn = new SFNClient({});
const logger = new Logger({ serviceName: 'retouch' });

export const handler = async (event: { taskToken: string; photo: string }): Promise<void> => {
  const cropped = await crop(event.photo);
  logger.info('step done', { step: 'crop' });
  const bright = await brighten(cropped);
  logger.info('step done', { step: 'brighten' });
  const url = await publish(bright);
  const output = JSON.stringify({ step: 'published', url });
  await sfn.send(new SendTaskSuccessCommand({ taskToken: event.taskToken, output }));
};

import { setTimeout } from 'node:timers/promises';
import { GetJobCommand, MediaConvertClient } from '@aws-sdk/client-mediaconvert';
import { publishVideo } from './videos.mjs';

const mediaConvert = new MediaConvertClient({});

export const handler = async ({ job: Id, video }) => {
  for (let delay = 1_000; delay <= 64_000; delay *= 2) {
    const { Job } = await mediaConvert.send(new GetJobCommand({ Id }));
    if (Job.Status === 'COMPLETE') {
      await publishVideo(video);
      return Job.Status;
    }
    await setTimeout(delay);
  }
  throw new Error(`${Id} is still busy`);
};

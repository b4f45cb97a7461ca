import ffmpeg from 'fluent-ffmpeg';
import type { Handler } from 'aws-lambda';

export const handler: Handler<{ audio: string }> = ({ audio }) =>
  new Promise<void>((resolve, reject) => {
    ffmpeg() // flag: no-tmp-storage
      .input(audio)
      .on('end', () => resolve())
      .on('error', reject)
      .save('/tmp/louder.mp3');
  });

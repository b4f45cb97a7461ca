import { spawn } from 'child_process';
import { once } from 'events';
import { getStorage } from 'firebase-admin/storage';
import { onObjectFinalized } from 'firebase-functions/v2/storage';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

export const waveforms = onObjectFinalized(async ({ data }) => {
  if (!data.contentType?.startsWith('audio/')) return;
  const bucket = getStorage().bucket(data.bucket);
  const audio = path.join(os.tmpdir(), path.basename(data.name));
  const picture = `${audio}.png`;

  await bucket.file(data.name).download({ destination: audio });
  const ffmpeg = spawn('ffmpeg', ['-i', audio, '-filter_complex', 'showwavespic=s=1200x200', picture]);
  const [code] = await once(ffmpeg, 'close');
  if (code !== 0) {
    throw new Error(`ffmpeg ended with ${code}`);
  }
  await bucket.upload(picture, { destination: `waveforms/${path.basename(picture)}` });
  fs.unlinkSync(audio);
  fs.unlinkSync(picture);
});

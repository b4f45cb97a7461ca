import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { onObjectFinalized } from 'firebase-functions/v2/storage';
import * as os from 'os';
import * as path from 'path';
import sharp from 'sharp';

export const thumbnails = onObjectFinalized({ memory: '1GiB' }, async ({ data }) => {
  if (!data.contentType?.startsWith('image/')) {
    return;
  }
  const [picture] = await getStorage().bucket(data.bucket).file(data.name).download();
  const thumbnail = path.join(os.tmpdir(), `${path.parse(data.name).name}.webp`);
  await sharp(picture).resize(320).toFile(thumbnail); // flag: no-tmp-storage
  await getFirestore().collection('pictures').doc(data.name).set({ thumbnail, width: 320 }, { merge: true });
});

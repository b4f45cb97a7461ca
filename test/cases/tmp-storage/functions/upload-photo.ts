import Busboy from 'busboy';
import fs from 'node:fs';
import path from 'node:path';
import { onRequest } from 'firebase-functions/v2/https';

export const uploadPhoto = onRequest((req, res) => {
  const bus = Busboy({ headers: req.headers });
  bus.on('file', (name, stream, info) => {
    stream.pipe(fs.createWriteStream(path.join('/tmp/photos', info.filename))); // flag: no-tmp-storage
  });
  bus.on('finish', () => res.status(201).end());
  bus.end(req.rawBody);
});

const admin = require('firebase-admin');
const functions = require('firebase-functions');
const { spawn } = require('child-process-promise');
const fs = require('fs');
const os = require('os');
const path = require('path');

// One poster, made again as a whole if the event comes again: no step of it stays behind.
exports.makePoster = functions.storage.object().onFinalize(async (object) => {
  const local = path.join(os.tmpdir(), path.basename(object.name));
  const poster = `${local}.png`;
  const bucket = admin.storage().bucket(object.bucket);
  await bucket.file(object.name).download({ destination: local });
  console.log('Picture downloaded to', local);
  await spawn('convert', [local, '-resize', '800x', poster]);
  console.log('Picture converted to', poster);
  await bucket.upload(poster, { destination: `posters/${path.basename(poster)}` });
  console.log('Poster uploaded');
  fs.unlinkSync(local);
  fs.unlinkSync(poster);
});

'use strict';

const busboy = require('busboy');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { Firestore } = require('@google-cloud/firestore');

const mails = new Firestore().collection('mails');

exports.inbound = (req, res) => {
  const attachments = [];
  const parser = busboy({ headers: req.headers });
  parser.on('file', (field, stream, { filename }) => {
    const target = path.join(os.tmpdir(), path.basename(filename));
    attachments.push({ filename, target });
    stream.pipe(fs.createWriteStream(target)); // flag: no-tmp-storage
  });
  parser.on('close', async () => {
    await mails.add({ to: req.query.to, attachments });
    res.sendStatus(202);
  });
  parser.end(req.rawBody);
};

const archiver = require('archiver');
const express = require('express');
const fs = require('fs');
const os = require('os');
const path = require('path');
const serverless = require('serverless-http');
const { finished } = require('stream/promises');
const { v4: uuid } = require('uuid');
const { photosOf } = require('./photos');

const app = express();

app.get('/albums/:id.zip', async (req, res) => {
  const file = path.join(os.tmpdir(), `${uuid()}.zip`);
  const output = fs.createWriteStream(file);
  const archive = archiver('zip');
  archive.pipe(output);
  for (const photo of await photosOf(req.params.id)) {
    archive.append(photo.data, { name: photo.name });
  }
  await archive.finalize();
  await finished(output);
  res.download(file, `${req.params.id}.zip`, () => {
    fs.unlinkSync(file);
  });
});

exports.handler = serverless(app, { binary: ['application/zip'] });

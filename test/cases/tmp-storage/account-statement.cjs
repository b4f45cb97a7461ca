'use strict';

const functions = require('@google-cloud/functions-framework');
const { createWriteStream } = require('fs');
const { tmpdir } = require('os');
const { join } = require('path');
const PDFDocument = require('pdfkit');
const { finished } = require('stream/promises');
const { bookings } = require('./bookings');

functions.http('accountStatement', async (req, res) => {
  const { account, month } = req.body;
  const output = createWriteStream(join(tmpdir(), `statement-${account}-${month}.pdf`)); // flag: no-tmp-storage
  const pdf = new PDFDocument({ size: 'A4' });
  pdf.pipe(output);
  for (const booking of await bookings(account, month)) {
    pdf.text(`${booking.date}  ${booking.text}  ${booking.amount}`);
  }
  pdf.end();
  await finished(output);
  res.status(201).json({ account, month });
});

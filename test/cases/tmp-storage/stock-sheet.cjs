'use strict';

const { Storage } = require('@google-cloud/storage');
const functions = require('@google-cloud/functions-framework');
const { randomUUID } = require('crypto');
const ExcelJS = require('exceljs');
const { rm } = require('fs/promises');
const { stockOf } = require('./stock');

const bucket = new Storage().bucket(process.env.SHEETS_BUCKET);

functions.http('stockSheet', async (req, res) => {
  const location = `/tmp/${randomUUID()}.xlsx`;
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('stock').addRows(await stockOf(req.query.warehouse));
  try {
    await workbook.xlsx.writeFile(location);
    await bucket.upload(location, { destination: `${req.query.warehouse}.xlsx` });
  } finally {
    await rm(location, { force: true });
  }
  res.status(201).json({ name: `${req.query.warehouse}.xlsx` });
});

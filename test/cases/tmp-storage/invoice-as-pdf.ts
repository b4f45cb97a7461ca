import type { Context, Event } from '@scaleway/serverless-functions';
import puppeteer from 'puppeteer-core';
import { findInvoice, markPrinted } from './invoices';

export async function handle(event: Event, _context: Context) {
  const invoice = await findInvoice(event.queryStringParameters.number);
  const browser = await puppeteer.launch({ executablePath: process.env.CHROME });
  const file = `/tmp/invoice-${invoice.number}.pdf`;
  try {
    const page = await browser.newPage();
    await page.setContent(invoice.html);
    await page.pdf({ path: file, format: 'A4' }); // flag: no-tmp-storage
  } finally {
    await browser.close();
  }
  await markPrinted(invoice.number, file);
  return { statusCode: 201 };
}

import puppeteer from 'puppeteer';
import { saveProduct } from './products';

const visited = new Set<string>(); // flag: no-memory-dedup

/** `document` is named where the page runs it; the set lives on the server. */
export async function visit(url: string) {
  if (visited.has(url)) return;
  const browser = await puppeteer.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const title = await page.evaluate(() => document.title);
    await saveProduct({ url, title });
    visited.add(url);
  } finally {
    await browser.close();
  }
}

import { put } from '@vercel/blob';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

export async function POST(request: Request) {
  const { slug, url } = await request.json();
  const browser = await chromium.connectOverCDP(process.env.BROWSER_URL!);
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.goto(url);
    const path = `previews/${slug}.webp`;
    const picture = await sharp(await page.screenshot({ type: 'png' })).webp({ quality: 80 }).toBuffer();
    const blob = await put(path, picture, { access: 'public', contentType: 'image/webp' });
    return Response.json({ path, url: blob.url }, { status: 201 });
  } finally {
    await browser.close();
  }
}

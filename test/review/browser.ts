import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a browser is: named by `CHROMIUM_PATH`, or in a usual place. `.ci/run` installs one and names it, so that nothing is skipped there. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? known.find((file) => existsSync(file));

if (chromiumPath === undefined)
  console.warn('Skipped: tests of the HTML report need a browser, and none is installed (CHROMIUM_PATH names one).');

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    timeout: 120_000,
  });
}

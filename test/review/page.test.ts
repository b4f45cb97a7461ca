import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createProject, doubleCharge, runCommand } from '../cli/command-line.js';
import { chromiumPath, launchBrowser } from './browser.js';
import { shop } from './services.js';

interface Report {
  summary: Record<string, number>;
  checklist: { concern: string; status: string }[];
  findings: { id: string; severity: string; concern: string; path: string }[];
}

interface Opened {
  readonly page: Page;
  readonly report: Report;
  /** What the browser complained of. */
  readonly problems: string[];
}

/** Names and texts by which reviewed code might try to become a part of the page. */
const hostileName = 'src/<img onerror=alert(1) src=x>.ts';
const hostileCode = doubleCharge.replace(
  'new Set<string>();',
  'new Set<string>(["</script><img src=x onerror=alert(1)><script>alert(2)</script>", `${"\'"}onmouseover="alert(3)`]);',
);
const hostile = {
  ...shop,
  [hostileName]: hostileCode,
  'src/reason.ts': doubleCharge.replace(
    'const seen',
    '// eslint-disable-next-line stateless/no-memory-dedup -- </style><script>alert(4)</script> & so on\nconst seen',
  ),
};

/** As many handlers as a large service has, most of them clean. */
const large = {
  ...Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `services/team-${index % 20}/orders-${index}.ts`,
      `import { db } from '../../lib/db';\nexport const handler = async (event: { id: string }) => db.order.findUnique({ where: { id: event.id } });\n`,
    ]),
  ),
  'lib/db.ts': shop['lib/db.ts']!,
  'services/team-3/webhook.ts': doubleCharge,
};

describe.skipIf(chromiumPath === undefined)('the HTML report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
  }, 60_000);

  async function open(files: Record<string, string>, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
    const cwd = createProject(files);
    const { stdout: html } = await runCommand(['review', '--format', 'html'], { cwd });
    const { stdout: json } = await runCommand(['review', '--format', 'json'], { cwd });
    const file = path.join(cwd, 'report.html');
    writeFileSync(file, html);
    const page = await browser.newPage({ offline: true, ...options });
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('dialog', (dialog) => {
      problems.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) problems.push(`request ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, report: JSON.parse(json) as Report, problems };
  }

  it('shows the numbers of the JSON report, and complains of nothing', async () => {
    const { page, report, problems } = await open(shop);
    for (const key of ['findings', 'handlersAtRisk', 'handlers', 'stores', 'accepted', 'reuse', 'files', 'errors', 'warnings']) {
      expect(await page.locator(`[data-count="${key}"]`).first().textContent(), key).toBe(String(report.summary[key]));
    }
    expect(await page.locator('.finding[data-severity]').count()).toBe(report.summary['findings']);
    expect(await page.locator('.accepted-finding').count()).toBe(report.summary['accepted']);
    expect(await page.locator('[data-handler]').count()).toBe(report.summary['handlers']);
    expect(await page.locator('#stores tbody tr').count()).toBe(report.summary['stores']);
    expect(await page.locator('#reuse tbody tr').count()).toBe(report.summary['reuse']);
    const rows = await page
      .locator('.row')
      .evaluateAll((all) => all.map((row) => [row.getAttribute('data-row'), row.getAttribute('data-status')]));
    expect(rows).toEqual(report.checklist.map(({ concern, status }) => [concern, status]));
    expect(problems).toEqual([]);
    await page.close();
  }, 120_000);

  it('draws each handler, what it loses and what it keeps', async () => {
    const { page, report } = await open(shop);
    const picture = page.locator('#picture svg.picture').first();
    expect(await picture.locator('.box.lost').count()).toBe(report.summary['findings']);
    expect(await picture.locator('.box.accepted').count()).toBe(report.summary['accepted']);
    expect(await picture.locator('.box.kept').count()).toBe(report.summary['stores']);
    expect(await picture.locator('.line.lost').count()).toBe(2);
    await picture.locator('.box', { hasText: 'seen' }).hover();
    expect(await picture.getAttribute('class')).toContain('tracing');
    expect(await picture.locator('.box.lit').count()).toBe(3);
    await page.close();
  }, 120_000);

  it('filters by concern, severity and file', async () => {
    const { page, report } = await open({ ...shop, 'src/warned.ts': `/* eslint stateless/no-memory-dedup: "warn" */\n${doubleCharge}` });
    const shown = () => page.locator('.finding[data-severity]:visible').evaluateAll((all) => all.map(({ id }) => id));
    const those = (fits: (finding: Report['findings'][number]) => boolean) => report.findings.filter(fits).map(({ id }) => id);
    expect(await shown()).toEqual(those(() => true));
    await page.selectOption('select[name="concern"]', 'dedup');
    expect(await shown()).toEqual(those(({ concern }) => concern === 'dedup'));
    await page.selectOption('select[name="severity"]', 'warning');
    expect(await shown()).toEqual(those(({ severity }) => severity === 'warning'));
    expect(await page.locator('[data-shown]').textContent()).toBe('1');
    await page.selectOption('select[name="concern"]', '');
    await page.selectOption('select[name="severity"]', '');
    await page.fill('input[name="file"]', 'LIB/');
    expect(await shown()).toEqual(those(({ path: file }) => file.startsWith('lib/')));
    await page.fill('input[name="file"]', 'nowhere');
    expect(await shown()).toEqual([]);
    expect(await page.locator('.none-left').isVisible()).toBe(true);
    await page.click('button[type="reset"]');
    await expect.poll(shown).toEqual(those(() => true));
    await page.close();
  }, 120_000);

  it('is used by keys alone', async () => {
    const { page } = await open(shop);
    const current = () => page.locator('.finding.current').getAttribute('id');
    await page.keyboard.press('j');
    expect(await current()).toBe('F1');
    await page.keyboard.press('j');
    expect(await current()).toBe('F2');
    await page.keyboard.press('k');
    expect(await current()).toBe('F1');
    await page.keyboard.press('f');
    expect(await page.locator('#F1 .fix').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('/');
    await page.keyboard.type('webhook');
    expect(await page.locator('.finding[data-severity]:visible').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.finding[data-severity]:visible').count()).toBe(2);
    await page.close();
  }, 120_000);

  it('shows hostile names, code and reasons as text', async () => {
    const { page, problems } = await open(hostile);
    const text = await page.locator('body').innerText();
    expect(text).toContain(hostileName);
    expect(text).toContain('"</script><img src=x onerror=alert(1)><script>alert(2)</script>"');
    expect(text).toContain('</style><script>alert(4)</script> & so on');
    expect(await page.locator('img, iframe, object, [onmouseover], [onerror]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  }, 120_000);

  it('has a policy that lets nothing run but its own script', async () => {
    const { page, problems } = await open(shop);
    await page.evaluate(() => {
      const script = (
        globalThis as unknown as {
          document: { createElement(name: string): { textContent: string }; body: { append(node: unknown): void } };
        }
      ).document.createElement('script');
      script.textContent = 'globalThis.ran = true;';
      (globalThis as unknown as { document: { body: { append(node: unknown): void } } }).document.body.append(script);
    });
    expect(await page.evaluate(() => (globalThis as { ran?: boolean }).ran)).toBeUndefined();
    expect(problems.join('\n')).toMatch(/Content Security Policy/);
    await page.close();
  }, 120_000);

  it('has readable contrast in both colour schemes, and nothing wider than a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems } = await open(shop, { colorScheme, viewport: { width: 390, height: 844 } });
      expect(await page.evaluate(lowestContrast), colorScheme).toBeGreaterThanOrEqual(4.5);
      const width = await page.evaluate(
        () => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth,
      );
      expect(width, colorScheme).toBeLessThanOrEqual(390);
      expect(problems).toEqual([]);
      await page.close();
    }
  }, 120_000);

  it('unfolds what is folded, and drops what is for the screen, on paper', async () => {
    const { page } = await open(shop);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#F1 .fix p').first().isVisible()).toBe(true);
    expect(await page.locator('.filter').isVisible()).toBe(false);
    await page.close();
  }, 120_000);

  it('leaves long lists of what is clean off the paper, until somebody opens them', async () => {
    const { page } = await open(large);
    await page.emulateMedia({ media: 'print' });
    const clean = page.locator('#handlers details.off-paper');
    expect(await clean.locator('> summary').isVisible()).toBe(true);
    expect(await page.locator('[data-handler]:visible').count()).toBeLessThan(40);
    await clean.locator('> summary').click();
    await page.evaluate(() => (globalThis as unknown as { dispatchEvent(event: Event): boolean }).dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('[data-handler]:visible').count()).toBe(301);
    await page.close();
  }, 240_000);

  it('stays readable with 300 handlers: folders are drawn, and what is clean is folded', async () => {
    const { page, report, problems } = await open(large);
    expect(report.summary['handlers']).toBe(301);
    expect(await page.locator('[data-count="handlers"]').textContent()).toBe('301');
    const whole = page.locator('#picture svg.picture').first();
    expect(await whole.locator('.box').count()).toBeLessThanOrEqual(30);
    expect(await page.locator('.folders > details[open]').count()).toBeLessThanOrEqual(4);
    expect(await page.locator('[data-handler]:visible').count()).toBeLessThan(40);
    expect(await page.locator('[data-handler]').count()).toBe(301);
    // A link to a handler unfolds what it lies in.
    await page.evaluate(() => {
      (globalThis as unknown as { location: { hash: string } }).location.hash = '#H5';
    });
    await expect.poll(() => page.locator('#H5').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  }, 240_000);
});

/** The lowest contrast of any text to what it stands on, by the formula of WCAG. Runs in the page. */
function lowestContrast(): number {
  interface Styled {
    readonly parentElement: Styled | null;
    readonly childNodes: Iterable<{ nodeType: number; textContent: string | null }>;
    getClientRects(): { length: number };
  }
  const { document, getComputedStyle } = globalThis as unknown as {
    document: { body: Styled; querySelectorAll(selector: string): Iterable<Styled> };
    getComputedStyle(element: Styled): { color: string; backgroundColor: string; fill: string; visibility: string };
  };
  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const linear = (value: number): number => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const backgroundOf = (element: Styled): number[] => {
    for (let current: Styled | null = element; current; current = current.parentElement) {
      const color = channels(getComputedStyle(current).backgroundColor);
      if (color.length > 0 && color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  let lowest = Infinity;
  for (const element of document.querySelectorAll('body *:not(script):not(style):not(svg *):not(option)')) {
    const hasText = [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '');
    if (!hasText || element.getClientRects().length === 0) continue;
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(backgroundOf(element))];
    lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return lowest;
}

/**
 * Question: what does this plugin cost beside parsing, beside rules that everybody runs, and beside the ones that look for the same?
 *
 * Prints tables, and on demand draws a picture and writes both into the docs. Nothing here passes or fails: figures of one machine are no test.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';

import { ArgumentError, readArguments, USAGE } from './arguments.mjs';
import { collectCorpus, countLines } from './corpus.mjs';
import { drawPicture, formatNumber } from './picture.mjs';

async function main() {
  let options;
  try {
    options = readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    console.error(`bench: ${error.message}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const files = collectCorpus(options);
  if (files.length === 0) {
    console.error(`bench: no JavaScript or TypeScript files below ${options.sources}`);
    process.exitCode = 2;
    return;
  }
  // Loaded late, so that a wrong argument is answered at once.
  const [{ measureTimes }, { measureImport, measureMemory }, { subjects }] = await Promise.all([
    import('./measure-times.mjs'),
    import('./measure-process.mjs'),
    import('./subjects.mjs'),
  ]);
  const [ours, unused] = subjects;
  const { rounds } = options;
  const origin = options.sources === undefined ? `generated, seed ${options.seed}` : 'from --sources';
  const about = `${files.length} files, ${countLines(files).toLocaleString('en')} lines, ${origin}; fastest of ${rounds} rounds; Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  const report = createReport();
  report.say(about);

  const { totals, lines, skipped } = await measureTimes(files, { rounds });
  if (skipped.length > 0)
    report.say(
      `Left out: ${skipped.length} files that do not parse, or on which a rule breaks (${[...new Set(skipped.map(({ reason }) => reason))].slice(0, 3).join('; ')}).`,
    );
  if (lines === 0) return;
  const perThousand = (name) => (totals.get(name) / lines) * 1000;
  report.table(
    ['', 'ms per 1,000 lines', 'of parsing', 'of this plugin'],
    [...totals.keys()].map((name) => [
      name,
      formatNumber(perThousand(name)),
      percent(totals.get(name) / totals.get('parsing')),
      `${formatNumber(totals.get(name) / totals.get(ours.name))} ×`,
    ]),
  );
  await reportSingleFiles(report, measureTimes, [ours, unused], options);
  await reportGrowth(report, measureTimes, [ours], options);

  const memory = measureMemory({ sources: options.sources, files: options.files, seed: options.seed }, rounds);
  report.say(
    `Importing the plugin: ${formatNumber(measureImport(rounds + 2))} ms. Peak memory: ${memory.without.toFixed(0)} MB without the plugin, ${memory.with.toFixed(0)} MB with it (${signedPercent(memory.with / memory.without - 1)}).`,
  );

  const picture = options.picture ?? (options.docs ? 'docs/images/bench.svg' : undefined);
  if (picture) {
    const bars = [...totals.keys()].map((name) => ({ name, value: perThousand(name), isOurs: name === ours.name }));
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, drawPicture(bars, `${lines.toLocaleString('en')} lines, ${origin}; Node ${process.version}`));
  }
  if (options.docs) writeFigures('docs/performance.md', report.markdown());
}

/** Files by themselves, once each: long ones of every kind of code, and two that nobody writes. They are looked at for minutes, not percents. */
async function reportSingleFiles(report, measureTimes, only, { seed }) {
  const [{ generateAdversarialFile, generateManyBindings }, { generateLongFile }, { createRandom }] = await Promise.all([
    import('./worst-files.mjs'),
    import('./services.mjs'),
    import('./random.mjs'),
  ]);
  const files = [
    ['10,000 lines of all kinds', generateLongFile(createRandom(seed), 10_000)],
    ['50,000 lines of all kinds', generateLongFile(createRandom(seed), 50_000)],
    ['20,000 lines, 2,000 module bindings', generateManyBindings()],
    ['2,000 cells, 3,000 functions in cycles', generateAdversarialFile()],
  ];
  const rows = [];
  for (const [name, file] of files) {
    const { totals, skipped } = await measureTimes([file], { rounds: 1, only, isWarm: true });
    if (skipped.length > 0) rows.push([name, `broke: ${skipped[0].reason}`, '', '', '']);
    else
      rows.push([
        name,
        formatNumber(totals.get('parsing')),
        ...only.map((subject) => formatNumber(totals.get(subject.name))),
        percent(totals.get(only[0].name) / totals.get('parsing')),
      ]);
  }
  report.table(['one file', 'ms parsing', ...only.map(({ name }) => `ms ${name}`), 'plugin of parsing'], rows);
}

/** One file with every kind of code in it, from 1,000 to 16,000 lines. */
async function reportGrowth(report, measureTimes, only, { rounds, seed }) {
  const [{ generateMixedFile }, { createRandom }] = await Promise.all([import('./services.mjs'), import('./random.mjs')]);
  const rows = [];
  let first;
  for (const factor of [1, 2, 4, 8, 16]) {
    const file = generateMixedFile(createRandom(seed), 1000 * factor, 0);
    // A short file is measured more often: one pause of the collector would be all that is seen.
    const { totals } = await measureTimes([file], { rounds: Math.max(rounds, Math.round(16 / factor)), only });
    const time = totals.get(only[0].name);
    first ??= time;
    rows.push([`${factor} ×`, formatNumber(time), formatNumber(time / first / factor), percent(time / totals.get('parsing'))]);
  }
  report.table(['growth from 1,000 lines with state in every section', 'ms, all rules', 'of linear', 'of parsing'], rows);
}

/** Prints as it goes, and keeps the same as Markdown. */
function createReport() {
  const parts = [];
  return {
    say(text) {
      console.log(`${text}\n`);
      parts.push(text);
    },
    table(head, rows) {
      const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
      const line = (cells) =>
        cells
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
          .join('  ')
          .trimEnd();
      console.log(`${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}\n${rows.map(line).join('\n')}\n`);
      parts.push(
        [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
      );
    },
    markdown: () => parts.join('\n\n'),
  };
}

const BEGIN = '<!-- begin figures: `npm run bench -- --docs` writes them -->';
const END = '<!-- end figures -->';

function writeFigures(page, figures) {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${page} has no marked place for the figures`);
  writeFileSync(page, `${text.slice(0, from)}${BEGIN}\n\n${figures}\n\n${text.slice(to)}`);
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function signedPercent(share) {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)} %`;
}

await main();

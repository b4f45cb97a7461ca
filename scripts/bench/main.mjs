/**
 * Question: what does this plugin cost beside parsing, beside rules that everybody runs, and beside the ones that look for the same?
 *
 * Prints tables and draws a picture. Nothing here passes or fails: figures of one machine are no test.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
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
  const [{ measureTimes }, { measureImport, measureMemory }, { subjects }] = await Promise.all([import('./measure-times.mjs'), import('./measure-process.mjs'), import('./subjects.mjs')]);
  const origin = options.sources === undefined ? `generated, seed ${options.seed}` : 'from --sources';
  const machine = `Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  console.log(`${files.length} files, ${countLines(files).toLocaleString('en')} lines, ${origin}; median of ${options.repeat}; ${machine}\n`);

  const { totals, lines, skipped } = await measureTimes(files, options);
  if (skipped.length > 0) console.log(`left out, because they do not parse or a compared rule breaks on them: ${skipped.length} files\n`);
  const perThousand = (name) => (totals.get(name) / lines) * 1000;
  const [ours] = subjects;
  printTable(
    ['', 'ms per 1,000 lines', 'of parsing', 'of this plugin'],
    [...totals.keys()].map((name) => [name, formatNumber(perThousand(name)), percent(totals.get(name) / totals.get('parsing')), `${formatNumber(totals.get(name) / totals.get(ours.name))} ×`]),
  );

  await printGrowth(measureTimes, [ours], options);
  await printWorstFiles(measureTimes, subjects.slice(0, 2));

  console.log(`importing the plugin: ${formatNumber(measureImport(7))} ms`);
  const memory = measureMemory({ sources: options.sources, files: options.files, seed: options.seed }, 3);
  console.log(`peak of memory: ${memory.without.toFixed(0)} MB without the plugin, ${memory.with.toFixed(0)} MB with it (${signedPercent(memory.with / memory.without - 1)})`);

  const picture = options.picture ?? (options.sources === undefined ? 'docs/images/bench.svg' : undefined);
  if (picture) {
    const bars = [...totals.keys()].map((name) => ({ name, value: perThousand(name), isOurs: name === ours.name }));
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, drawPicture(bars, `${lines.toLocaleString('en')} lines, ${origin}; ${machine}`));
    console.log(`\nwrote ${picture}`);
  }
}

/** One file with every kind of code in it, from 1,000 to 16,000 lines. */
async function printGrowth(measureTimes, only, { repeat, seed }) {
  const [{ generateMixedFile }, { createRandom }] = await Promise.all([import('./services.mjs'), import('./random.mjs')]);
  const rows = [];
  let first;
  for (const factor of [1, 2, 4, 8, 16]) {
    const file = generateMixedFile(createRandom(seed), 1000 * factor, 0);
    // A short file is measured more often: one pause of the collector would be all that is seen.
    const { totals } = await measureTimes([file], { repeat: Math.max(repeat, Math.round(12 / factor)), only });
    const time = totals.get(only[0].name);
    first ??= time;
    rows.push([`${factor} ×`, formatNumber(time), formatNumber(time / first / factor), percent(time / totals.get('parsing'))]);
  }
  console.log('growth of one file from 1,000 lines');
  printTable(['size', 'ms, all rules', 'of linear', 'of parsing'], rows);
}

/** Each once: they are looked at for minutes, not for percents. */
async function printWorstFiles(measureTimes, only) {
  const { generateAdversarialFile, generateManyBindings } = await import('./worst-files.mjs');
  const rows = [];
  for (const [name, file] of [['2,000 cells, 3,000 functions in cycles', generateAdversarialFile()], ['20,000 lines, 2,000 module bindings', generateManyBindings()]]) {
    const { totals, skipped } = await measureTimes([file], { repeat: 1, only, isWarm: true });
    if (skipped.length > 0) rows.push([name, 'broke', '', '']);
    else rows.push([name, formatNumber(totals.get('parsing')), formatNumber(totals.get(only[0].name)), percent(totals.get(only[0].name) / totals.get('parsing'))]);
  }
  console.log('files that nobody writes');
  printTable(['', 'ms parsing', 'ms, all rules', 'of parsing'], rows);
}

function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  console.log(`${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}\n${rows.map(line).join('\n')}\n`);
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function signedPercent(share) {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)} %`;
}

await main();

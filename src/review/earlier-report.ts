/**
 * Question: is a file a report of an earlier run, so that the next one may replace it?
 *
 * Every form of report says who made it. A file that says nothing of the kind is somebody's work, and is left alone.
 */
import { htmlMarker } from './html/render-html.js';
import { jsonFormat } from './render-json.js';
import { markdownMarker } from './render-markdown.js';

/** The first lines of a text report: nothing found, or the first finding of the first file. */
const textReport =
  /^(?:No state that must leave the process in \d+ files?\.|[^\n]+\n\n {2}\d+:\d+ {2}(?:error|warning) {2}[^\n]+\n {4}code )/;
const htmlReport = `<meta name="generator" content="${htmlMarker} `;

export function isEarlierReport(text: string): boolean {
  // An empty file holds nothing to lose.
  if (text.trim() === '') return true;
  return (
    text.startsWith(markdownMarker) ||
    (text.startsWith('<!doctype html>') && text.includes(htmlReport)) ||
    textReport.test(text) ||
    isJsonReport(text)
  );
}

/** Our own form, or SARIF of a run of ESLint. */
function isJsonReport(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    const report = JSON.parse(text) as { format?: unknown; runs?: { tool?: { driver?: { name?: unknown } } }[] };
    return report.format === jsonFormat || (Array.isArray(report.runs) && report.runs[0]?.tool?.driver?.name === 'ESLint');
  } catch {
    return false;
  }
}

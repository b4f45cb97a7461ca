import { describe, expect, it } from 'vitest';

import { findLogLines } from '../../src/analysis/logs/log-calls.js';
import { findProgressInLogs } from '../../src/analysis/logs/progress-in-logs.js';
import { readFacts } from './read-facts.js';

interface LogFacts {
  /** `processed ${}/${} {step}`: the text of each line, then the names of its fields. */
  readonly lines: readonly string[];
  /** `written batch: sendMail (handler, line 5)`. */
  readonly progress: readonly string[];
}

function factsOf(code: string, path?: string): LogFacts {
  return readFacts({ code, path }, (analysis) => ({
    lines: findLogLines(analysis.source, analysis.reach.isInvocation).map(({ text, fields }) =>
      [text, fields.length > 0 ? `{${fields.map(({ name }) => name).join(', ')}}` : ''].filter((part) => part !== '').join(' '),
    ),
    progress: findProgressInLogs(analysis).map(({ use, form, subject, where }) => `${[use, form].filter(Boolean).join(' ')}: ${subject} (${where})`),
  }));
}

const inHandler = (line: string, before = ''): string => `${before}\nexport const handler = async (event, context) => {\n  ${line}\n};\n`;

describe('log lines', () => {
  it.each([
    ['console.log("order saved", event.id);', '', 'order saved ${}'],
    ['console.info(`processed ${event.done}/${event.total}`);', '', 'processed ${}/${}'],
    ['console.log("page " + event.page + " done");', '', 'page ${} done'],
    ['console.log(JSON.stringify({ message: "page done", page: event.page }));', '', 'page done {page}'],
    ['log.info({ step: "charge" }, "step done");', 'import pino from "pino"; const log = pino();', 'step done {step}'],
    ['audit.info("saved");', 'import pino from "pino"; const audit = pino();', 'saved'],
    ['context.log("stage reached");', '', 'stage reached'],
    ['context.info("stage reached");', '', 'stage reached'],
    ['event.log.info("stage reached");', '', 'stage reached'],
    ['functions.logger.log("stage reached");', 'import * as functions from "firebase-functions";', 'stage reached'],
    ['log("stage reached");', 'import { log } from "./log";', 'stage reached'],
  ])('%s', (line, before, expected) => {
    expect(factsOf(inHandler(line, before)).lines).toEqual([expected]);
  });

  it.each([
    'console.error("failed", event.id);',
    'console.warn("slow");',
    'console.debug("asking");',
    'event.log("an audit of its own");',
    'catalog.info(event.id);',
    'Math.log(event.size);',
  ])('%s is none', (line) => {
    expect(factsOf(inHandler(line)).lines).toEqual([]);
  });

  it('leaves out what no invocation runs', () => {
    expect(factsOf('console.log("loaded");\nexport const handler = async () => 1;').lines).toEqual([]);
  });
});

describe('progress in log lines', () => {
  const batch = (beside: string): string =>
    inHandler(`for (const [i, user] of event.users.entries()) {\n    await sendMail(user);\n    ${beside}\n  }`, 'import { sendMail, db, queue, job } from "./work";');

  it('names the work and the chain', () => {
    expect(factsOf(batch('console.log(`sent ${i + 1}/${event.users.length}`);')).progress).toEqual(['written batch: sendMail (handler, line 5)']);
  });

  it.each([
    ['a row a unit', 'await db.mail.create({ data: { user } });'],
    ['a status', 'await job.updateProgress(i);'],
    ['a statement', 'await db.query("UPDATE users SET sent_at = now() WHERE id = $1", [user.id]);'],
  ])('is silent beside %s', (_name, record) => {
    expect(factsOf(batch(`${record}\n    console.log(\`sent \${i + 1}/\${event.users.length}\`);`)).progress).toEqual([]);
  });

  it.each(['console.log(`attempt ${i + 1}/${event.users.length}`);', 'console.log(`sent mail to ${user.id}`);', 'console.error(`sent ${i + 1}/${event.users.length}`);'])('is silent for %s', (line) => {
    expect(factsOf(batch(line)).progress).toEqual([]);
  });

  it('survives syntax that it does not follow', () => {
    expect(factsOf('export const handler = async (...[{ a = 1 }, , b]) => { for (;;) { console.log(...b, `${a}`, { ...b }); await b?.[a]?.(); } };').progress).toEqual([]);
  });
});

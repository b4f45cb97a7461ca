import { describe, expect, it } from 'vitest';

import { findLocalFiles } from '../../src/analysis/files/index.js';
import { readFacts } from './read-facts.js';

/** The facts of a file, printed: `/tmp/done: storage, testedBefore (2) at 4`. */
function filesOf(code: string): string[] {
  return readFacts({ code, path: 'src/handler.ts' }, (analysis) =>
    findLocalFiles(analysis).map(({ name, role, evidence, evidenceNode, isUnique, isRemoved, node }) => {
      const told = evidence ? `, ${evidence} (${evidenceNode.loc.start.line})` : `${isUnique ? '' : ', fixed name'}${isRemoved ? ', removed' : ''}`;
      return `${name}: ${role}${told} at ${node.loc.start.line}`;
    }),
  );
}

const HEAD = `import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import { upload } from './storage';`;

describe('paths', () => {
  it.each([
    ['a template', '`${os.tmpdir()}/a.txt`', '/tmp/a.txt'],
    ['path.join', `path.join(os.tmpdir(), 'a', '..', 'b.txt')`, '/tmp/b.txt'],
    ['the environment', `(process.env.TMPDIR ?? '/tmp') + '/a.txt'`, '/tmp/a.txt'],
    ['the working directory', `path.resolve(process.cwd(), 'data', 'a.txt')`, './data/a.txt'],
    ['a relative path', `'data/a.txt'`, './data/a.txt'],
    ['the folder of the code', `new URL('./a.txt', import.meta.url)`, '__dirname/__filename/../a.txt'],
    ['a part of the request', '`/tmp/${event.id}.txt`', '/tmp/….txt'],
  ])('%s', (_name, expression, shown) => {
    const [file] = filesOf(`${HEAD}\nexport const handler = async (event) => { fs.appendFileSync(${expression}, event.text); };`);
    expect(file).toBe(`${shown.replace('__dirname/__filename/../', '__dirname/')}: storage, appended (2) at 2`);
  });

  it.each([
    ['a mounted file system', `'/mnt/data/a.txt'`],
    ['a path of the caller', 'event.path'],
    ['a variable of the environment', 'process.env.DATA_FILE'],
  ])('%s is not local', (_name, expression) => {
    expect(filesOf(`${HEAD}\nexport const handler = async (event) => { fs.appendFileSync(${expression}, event.text); };`)).toEqual([]);
  });
});

describe('names of a stretch of time', () => {
  it.each([
    ['a day', 'new Date().toISOString().slice(0, 10)', false],
    ['a date in parts', '`${now.getFullYear()}-${now.getMonth()}`', false],
    ['a week by division', 'Math.floor(Date.now() / (7 * DAY))', false],
    ['a time of day', '`${now.toDateString()}-${now.getMinutes()}`', true],
    ['a second', 'Math.floor(Date.now() / 1000)', true],
    ['a time stamp', 'now.toISOString()', true],
  ])('%s', (_name, expression, isUnique) => {
    const [file] = filesOf(`${HEAD} const DAY = 24 * 60 * 60 * 1000;\nexport const handler = async (event) => { const now = new Date(); const file = '/tmp/' + ${expression}; fs.writeFileSync(file, event.text); await upload(file); };`);
    expect(file).toMatch(isUnique ? /^\/tmp\/[…-]+: scratch at 2$/ : /^\/tmp\/[…-]+: scratch, fixed name at 2$/);
  });
});

describe('roles', () => {
  it.each<[name: string, body: string, expected: string[]]>([
    ['written, uploaded', `fs.writeFileSync('/tmp/a', event.text); await upload('/tmp/a');`, ['/tmp/a: scratch, fixed name at 3']],
    ['written, uploaded, removed', `fs.writeFileSync('/tmp/a', event.text); await upload('/tmp/a'); fs.rmSync('/tmp/a');`, ['/tmp/a: scratch, fixed name, removed at 3']],
    ['made by another program, read', `require('child_process').execFileSync('ffmpeg', ['-i', event.url, '/tmp/a.mp3']); await upload(fs.readFileSync('/tmp/a.mp3'));`, ['/tmp/a.mp3: scratch, fixed name at 3']],
    ['tested, written', `if (fs.existsSync('/tmp/a')) return; fs.writeFileSync('/tmp/a', event.id);`, ['/tmp/a: storage, testedBefore (3) at 3']],
    ['tested, downloaded, used', `if (!fs.existsSync('/tmp/a')) fs.writeFileSync('/tmp/a', await fetch(event.url)); await upload('/tmp/a');`, []],
    ['claimed', `fs.writeFileSync('/tmp/a', '', { flag: 'wx' }); fs.unlinkSync('/tmp/a');`, ['/tmp/a: storage, claimed (3) at 3']],
    ['read only', `return fs.readFileSync('/tmp/a', 'utf8');`, ['/tmp/a: storage, neverWritten (3) at 3']],
    ['read only, shipped with the code', `return fs.readFileSync('./a.html', 'utf8');`, []],
    ['written only', `fs.writeFileSync('/tmp/a', event.text);`, ['/tmp/a: storage, onlyCopy (3) at 3']],
  ])('%s', (_name, body, expected) => {
    expect(filesOf(`${HEAD}\nexport const handler = async (event) => {\n${body}\n};`)).toEqual(expected);
  });

  it('follows a path through helpers', () => {
    expect(
      filesOf(`${HEAD}
const fileOf = (id) => path.join('/tmp', id + '.json');
const save = (file, text) => fs.writeFileSync(file, text);
export const put = (event) => save(fileOf(event.id), event.text);
export const get = (event) => fs.readFileSync(fileOf(event.id), 'utf8');`),
    ).toEqual(['/tmp/….json: storage, readElsewhere (5) at 3']);
  });
});

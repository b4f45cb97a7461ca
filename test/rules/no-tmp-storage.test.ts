import { RuleTester } from '@typescript-eslint/rule-tester';
import { noTmpStorage } from '../../rules/no-tmp-storage.js';

const tester = new RuleTester();

const COPIES = 'every instance has its own copy, and a recycled one has lost it';
const UNSEEN = 'another instance does not see it, and a recycled one has lost it';
const LOST = 'it is lost when the instance is recycled, and no other instance sees it';
const ELSEWHERE = 'whoever reads it there may run on an instance that has no such file';
const TO_STORE = 'Put it into object storage or a database';
const HAND_ON_KEY = 'Put it into object storage and hand on its key';

tester.run('no-tmp-storage: files that are written back', noTmpStorage, {
  valid: [
    {
      name: 'the same list of visitors in a mounted file system',
      code: `
import { readFile, writeFile } from 'node:fs/promises';
const FILE = '/mnt/efs/visitors.json';
export const handler = async (event) => {
  const visitors = JSON.parse(await readFile(FILE, 'utf8'));
  visitors.push(event.visitor);
  await writeFile(FILE, JSON.stringify(visitors));
};
`,
    },
    {
      name: 'a shared path that the settings name',
      settings: { stateless: { sharedPaths: ['/data/efs'] } },
      code: `
import { readFile, writeFile } from 'node:fs/promises';
const FILE = '/data/efs/visitors.json';
export const handler = async (event) => {
  const visitors = JSON.parse(await readFile(FILE, 'utf8'));
  visitors.push(event.visitor);
  await writeFile(FILE, JSON.stringify(visitors));
};
`,
    },
    {
      name: 'a token that is fetched again when its file is absent or stale',
      code: `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const CACHE = '/tmp/token.json';
async function token() {
  if (existsSync(CACHE)) {
    const cached = JSON.parse(readFileSync(CACHE, 'utf8'));
    if (cached.expires > Date.now()) return cached.value;
  }
  const fresh = await (await fetch(process.env.AUTH_URL)).json();
  writeFileSync(CACHE, JSON.stringify(fresh));
  return fresh.value;
}
export const handler = async () => ({ statusCode: 200, body: await token() });
`,
    },
    {
      name: 'a script that somebody starts by hand',
      filename: 'scripts/count.ts',
      code: `
import { readFileSync, writeFileSync } from 'node:fs';
export function count() {
  const counted = JSON.parse(readFileSync('./count.json', 'utf8'));
  writeFileSync('./count.json', JSON.stringify({ total: counted.total + 1 }));
}
`,
    },
    {
      name: 'a file that is only written while developing',
      code: `
import fs from 'node:fs';
export const handler = async (event) => {
  if (process.env.NODE_ENV === 'development') fs.writeFileSync('./last-event.json', JSON.stringify(event));
  return { statusCode: 200 };
};
`,
    },
    {
      name: 'a file system in memory, and a method of a client with the same name',
      code: `
import { fs } from 'memfs';
import { github } from './github';
export const handler = async (event) => {
  await github.writeFile('/tmp/orders.json', event.body);
  fs.writeFileSync('/tmp/orders.json', event.body);
};
`,
    },
  ],
  invalid: [
    {
      name: 'a list of visitors in the temporary directory',
      code: `
import { readFile, writeFile } from 'node:fs/promises';
const FILE = '/tmp/visitors.json';
export const handler = async (event) => {
  const visitors = JSON.parse(await readFile(FILE, 'utf8'));
  visitors.push(event.visitor);
  await writeFile(FILE, JSON.stringify(visitors));
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/visitors.json',
            fact: 'is read and written back',
            where: 'handler, line 5',
            consequence: COPIES,
            wayOut: 'Keep these records in a database',
          },
          line: 7,
          column: 9,
        },
      ],
    },
    {
      name: 'promisified functions, and a folder chosen by the environment',
      code: `
const fs = require('fs');
const path = require('path');
const { promisify } = require('util');
const read = promisify(fs.readFile);
const write = promisify(fs.writeFile);
const DIR = process.env.VERCEL ? '/tmp' : './data';
const load = async (name) => JSON.parse(await read(path.join(DIR, name)));
const save = async (name, rows) => write(path.join(DIR, name), JSON.stringify(rows));
exports.handler = async (event) => {
  const users = await load('users.json');
  users.push(JSON.parse(event.body));
  await save('users.json', users);
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/users.json',
            fact: 'is read and written back',
            where: 'handler → save, line 8',
            consequence: COPIES,
            wayOut: 'Keep these records in a database',
          },
          line: 9,
          column: 36,
        },
      ],
    },
    {
      name: 'a repository class whose path is a field',
      code: `
import fs from 'node:fs';
import { join } from 'node:path';
@Injectable()
export class TodosService {
  private readonly file = join(process.cwd(), 'todos.json');
  private read() { return JSON.parse(fs.readFileSync(this.file, 'utf8')); }
  create(todo) {
    const todos = this.read();
    todos.push(todo);
    fs.writeFileSync(this.file, JSON.stringify(todos));
  }
}
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: './todos.json',
            fact: 'is read and written back',
            where: 'create, line 7',
            consequence: COPIES,
            wayOut: 'Keep these records in a database',
          },
          line: 11,
          column: 5,
        },
      ],
    },
    {
      name: 'written by one method of a handler, read by another',
      code: `
import fs from 'node:fs';
export const handler = async (event) => {
  if (event.httpMethod === 'POST') {
    fs.writeFileSync('/tmp/settings.json', event.body);
    return { statusCode: 204 };
  }
  return { statusCode: 200, body: fs.readFileSync('/tmp/settings.json', 'utf8') };
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/settings.json',
            fact: 'is written by one handler and read by another',
            where: 'handler, line 8',
            consequence: 'the other one may run on an instance that has no such file',
            wayOut: TO_STORE,
          },
          line: 5,
          column: 5,
        },
      ],
    },
  ],
});

tester.run('no-tmp-storage: marks, locks and logs', noTmpStorage, {
  valid: [
    {
      name: 'a test that only precedes removing what is there',
      code: `
import fs from 'node:fs';
import { upload } from './storage';
export const handler = async (event) => {
  if (fs.existsSync('/tmp/export.csv')) fs.unlinkSync('/tmp/export.csv');
  fs.writeFileSync('/tmp/export.csv', event.rows.join('\\n'));
  await upload('/tmp/export.csv');
};
`,
    },
    {
      name: 'lines appended to a file that this invocation began',
      code: `
import fs from 'node:fs';
import { upload } from './storage';
export const handler = async (event) => {
  fs.writeFileSync('/tmp/export.csv', 'id;total\\n');
  for (const row of event.rows) fs.appendFileSync('/tmp/export.csv', row);
  await upload('/tmp/export.csv');
};
`,
    },
  ],
  invalid: [
    {
      name: 'a mark that says an import ran',
      code: `
import fs from 'node:fs';
import { importCatalogue } from './catalogue';
export const handler = async (event) => {
  if (fs.existsSync('/tmp/imported')) return;
  await importCatalogue(event.id);
  fs.writeFileSync('/tmp/imported', '');
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/imported',
            fact: 'is tested before this invocation wrote it',
            where: 'handler, line 5',
            consequence: UNSEEN,
            wayOut: 'Keep the mark in an external store, with a conditional write',
          },
          line: 7,
          column: 3,
        },
      ],
    },
    {
      name: 'lines appended from one invocation to the next',
      code: `
import fs from 'node:fs';
export const handler = async (event) => {
  for (const row of event.rows) fs.appendFileSync('/tmp/export.csv', row);
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/export.csv',
            fact: 'is appended to by one invocation after another',
            where: 'handler, line 4',
            consequence: 'every instance has a part of it, and a recycled one has lost it',
            wayOut: 'Write each entry to a database, a stream or object storage',
          },
          line: 4,
          column: 33,
        },
      ],
    },
  ],
});

tester.run('no-tmp-storage: results and their paths', noTmpStorage, {
  valid: [
    {
      name: 'an invoice that is uploaded and removed',
      code: `
import PDFDocument from 'pdfkit';
import fs from 'node:fs';
import { bucket } from './storage';
export const handler = async (event) => {
  const file = \`/tmp/invoice-\${event.id}.pdf\`;
  const document = new PDFDocument();
  document.pipe(fs.createWriteStream(file));
  document.end();
  await bucket.upload(file);
  fs.unlinkSync(file);
};
`,
    },
    {
      name: 'an attachment that is mailed',
      code: `
import { writeFile } from 'node:fs/promises';
import { mail } from './mail';
export const handler = async (event) => {
  const path = \`/tmp/\${event.id}.pdf\`;
  await writeFile(path, event.pdf);
  await mail.sendMail({ to: event.to, attachments: [{ path }] });
};
`,
    },
    {
      name: 'a screenshot that stays in memory',
      code: `
import { browser } from './browser';
export const handler = async (event) => {
  const page = await browser.newPage();
  const image = await page.screenshot({ type: 'png' });
  return { body: image.toString('base64') };
};
`,
    },
    {
      name: 'a folder that is packed and uploaded',
      code: `
import archiver from 'archiver';
import fs from 'node:fs';
import path from 'node:path';
import { upload } from './storage';
export const handler = async (event) => {
  const folder = path.join('/tmp', event.job);
  for (const [index, page] of event.pages.entries()) fs.writeFileSync(path.join(folder, \`\${index}.txt\`), page);
  await upload(archiver('zip').directory(folder, false));
};
`,
    },
  ],
  invalid: [
    {
      name: 'an invoice that stays where it was written',
      code: `
import PDFDocument from 'pdfkit';
import fs from 'node:fs';
export const handler = async (event) => {
  const file = \`/tmp/invoice-\${event.id}.pdf\`;
  const document = new PDFDocument();
  document.pipe(fs.createWriteStream(file));
  document.end();
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/invoice-….pdf',
            fact: 'is the only copy of what it holds',
            where: 'handler, line 7',
            consequence: LOST,
            wayOut: TO_STORE,
          },
          line: 7,
          column: 17,
        },
      ],
    },
    {
      name: 'a path that is queued',
      code: `
import { writeFile } from 'node:fs/promises';
import { queue } from './queue';
export const handler = async (event) => {
  const path = \`/tmp/\${event.id}.pdf\`;
  await writeFile(path, event.pdf);
  await queue.send({ to: event.to, path });
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/….pdf',
            fact: 'has its path sent in a message',
            where: 'handler, line 7',
            consequence: ELSEWHERE,
            wayOut: HAND_ON_KEY,
          },
          line: 6,
          column: 9,
        },
      ],
    },
    {
      name: 'a screenshot whose path is returned',
      code: `
import { browser } from './browser';
export const handler = async (event) => {
  const page = await browser.newPage();
  await page.screenshot({ path: \`/tmp/\${event.id}.png\` });
  return { body: JSON.stringify({ image: \`/tmp/\${event.id}.png\` }) };
};
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/….png',
            fact: 'has its path put into the response',
            where: 'handler, line 6',
            consequence: ELSEWHERE,
            wayOut: HAND_ON_KEY,
          },
          line: 5,
          column: 9,
        },
      ],
    },
  ],
});

tester.run('no-tmp-storage: databases, uploads, lock files', noTmpStorage, {
  valid: [
    {
      name: 'a database that is shipped with the code and only read',
      code: `
import Database from 'better-sqlite3';
const db = new Database('./postcodes.db', { readonly: true });
export const handler = async (event) => db.prepare('SELECT 1').get(event.code);
`,
    },
    {
      name: 'uploads that are passed on and removed',
      code: `
import express from 'express';
import multer from 'multer';
import { createReadStream, unlinkSync } from 'node:fs';
import { store } from './storage';
const upload = multer({ dest: '/tmp/uploads' });
const app = express();
app.post('/photos', upload.single('photo'), async (req, res) => {
  await store(createReadStream(req.file.path));
  unlinkSync(req.file.path);
  res.sendStatus(201);
});
`,
    },
  ],
  invalid: [
    {
      name: 'a database that is written',
      code: `
import Database from 'better-sqlite3';
const db = new Database('./orders.db');
export const handler = async (event) => db.prepare('INSERT INTO orders VALUES (?)').run(event.order);
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: './orders.db',
            fact: 'is a database on the disk of this instance',
            where: 'line 3',
            consequence: 'every instance has its own, and a recycled one has lost it',
            wayOut: 'Use a database that all instances reach',
          },
          line: 3,
          column: 12,
        },
      ],
    },
    {
      name: 'uploads whose path is answered',
      code: `
import express from 'express';
import multer from 'multer';
const upload = multer({ dest: '/tmp/uploads' });
const app = express();
app.post('/photos', upload.single('photo'), async (req, res) => res.json({ path: req.file.path }));
`,
      errors: [
        {
          messageId: 'tmpStorage',
          data: {
            name: '/tmp/uploads',
            fact: 'keeps uploads on the disk of this instance',
            where: 'line 4',
            consequence: 'a later request may meet an instance without them',
            wayOut: 'Stream uploads to object storage',
          },
          line: 4,
          column: 16,
        },
      ],
    },
  ],
});

tester.run('no-tmp-storage: strict', noTmpStorage, {
  valid: [
    {
      name: 'a directory of its own for each invocation, removed at the end',
      options: [{ strict: true }],
      code: `
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { upload } from './storage';
export const handler = async (event) => {
  const folder = await mkdtemp('/tmp/export-');
  try {
    await writeFile(folder + '/export.csv', event.rows.join('\\n'));
    await upload(folder + '/export.csv');
  } finally {
    await rm(folder, { recursive: true });
  }
};
`,
    },
    {
      name: 'a fixed name is fine by default',
      code: `
import { writeFile } from 'node:fs/promises';
import { upload } from './storage';
export const handler = async (event) => {
  await writeFile('/tmp/export.csv', event.rows.join('\\n'));
  await upload('/tmp/export.csv');
};
`,
    },
  ],
  invalid: [
    {
      name: 'a fixed name',
      options: [{ strict: true }],
      code: `
import { writeFile } from 'node:fs/promises';
import { upload } from './storage';
export const handler = async (event) => {
  await writeFile('/tmp/export.csv', event.rows.join('\\n'));
  await upload('/tmp/export.csv');
};
`,
      errors: [
        {
          messageId: 'tmpScratch',
          data: {
            name: '/tmp/export.csv',
            fault: 'with a fixed name',
            where: 'handler, line 5',
            consequence: 'invocations on a warm instance share it',
          },
          line: 5,
          column: 9,
        },
      ],
    },
    {
      name: 'a name of its own, but never removed',
      options: [{ strict: true }],
      code: `
import { writeFile } from 'node:fs/promises';
import { upload } from './storage';
export const handler = async (event) => {
  const file = \`/tmp/\${crypto.randomUUID()}.csv\`;
  await writeFile(file, event.rows.join('\\n'));
  await upload(file);
};
`,
      errors: [
        {
          messageId: 'tmpScratch',
          data: {
            name: '/tmp/….csv',
            fault: 'that is never removed',
            where: 'handler, line 6',
            consequence: 'it fills the disk of a warm instance',
          },
          line: 6,
          column: 9,
        },
      ],
    },
  ],
});

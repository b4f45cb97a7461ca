import { execFile } from 'child_process';
import { readFile, writeFile } from 'fs/promises';
import type { NextApiRequest, NextApiResponse } from 'next';
import { withFile } from 'tmp-promise';
import { promisify } from 'util';

const run = promisify(execFile);

export default async function convert(req: NextApiRequest, res: NextApiResponse) {
  await withFile(
    async ({ path: input }) => {
      await withFile(
        async ({ path: output }) => {
          await writeFile(input, Buffer.from(req.body.picture, 'base64'));
          await run('heif-convert', [input, output]);
          res.status(200).setHeader('content-type', 'image/jpeg').send(await readFile(output));
        },
        { postfix: '.jpg' },
      );
    },
    { postfix: '.heic' },
  );
}

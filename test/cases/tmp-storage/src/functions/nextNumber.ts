import { readFile, writeFile } from 'node:fs/promises';
import { app, InvocationContext } from '@azure/functions';

app.timer('nextNumber', {
  schedule: '0 0 * * * *',
  handler: async (_timer, context: InvocationContext) => {
    const file = `${process.env.TEMP}\\number.txt`;
    const number = Number(await readFile(file, 'utf8').catch(() => '0')) + 1;
    await writeFile(file, String(number)); // flag: no-tmp-storage
    context.log(`invoice number ${number}`);
  },
});

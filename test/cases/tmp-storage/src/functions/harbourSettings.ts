import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from '@azure/functions';

const FILE = join(homedir(), 'harbour-settings.json');

app.http('saveHarbourSettings', {
  methods: ['PUT'],
  handler: async (request) => {
    await writeFile(FILE, await request.text()); // flag: no-tmp-storage
    return { status: 204 };
  },
});

app.http('harbourSettings', {
  methods: ['GET'],
  handler: async () => ({ body: await readFile(FILE, 'utf8') }),
});

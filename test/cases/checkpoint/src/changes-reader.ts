import { http } from '@google-cloud/functions-framework';
import { google } from 'googleapis';
import { indexFile } from './search';

class ChangesReader {
  static pageToken = process.env.FIRST_PAGE_TOKEN ?? '1'; // flag: no-memory-checkpoint
  private readonly drive = google.drive('v3');

  next(): Promise<number> {
    return this.drive.changes.list({ pageToken: ChangesReader.pageToken }).then(async ({ data }) => {
      const files = (data.changes ?? []).map(({ fileId }) => fileId!);
      await Promise.all(files.map((file) => indexFile(file)));
      ChangesReader.pageToken = data.newStartPageToken ?? data.nextPageToken ?? ChangesReader.pageToken;
      return files.length;
    });
  }
}

const reader = new ChangesReader();

http('changes', async (_req, res) => {
  res.json({ indexed: await reader.next() });
});

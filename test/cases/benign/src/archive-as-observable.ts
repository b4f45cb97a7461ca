import { S3Client } from '@aws-sdk/client-s3';
import { Observable } from 'rxjs';
import { uploadArchive } from './archives';

const s3 = new S3Client({});

export class Archiver {
  archive(folder: string): Observable<{ message: string }> {
    return new Observable((out) => {
      const run = async (): Promise<void> => {
        out.next({ message: 'uploading' });
        await uploadArchive(s3, folder);
      };
      run()
        .then(() => out.complete())
        .catch((error) => out.error(error));
    });
  }
}

export const archiver = new Archiver();

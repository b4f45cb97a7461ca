import { createBucket, putObject } from './objects';

class PictureStore {
  private readonly made = new Set<string>();

  private async ensureBucket(name: string): Promise<void> {
    if (this.made.has(name)) return;
    await createBucket(name, { ifMissing: true });
    this.made.add(name);
  }

  async put(bucket: string, picture: Buffer): Promise<void> {
    await this.ensureBucket(bucket);
    await putObject(bucket, picture);
  }
}

export const pictureStore = new PictureStore();

import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

// The same on a file system that all instances mount.
@Injectable()
export class MountedMediaService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = resolve(config.get<string>('MEDIA_PATH', '/mnt/media'));
  }

  async put(key: string, body: Buffer): Promise<void> {
    const path = join(this.root, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
  }

  async get(key: string): Promise<Buffer> {
    return readFile(join(this.root, key));
  }
}

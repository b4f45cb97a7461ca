import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';

interface Chapter {
  title: string;
  body: string;
}

@Injectable()
export class ManualService {
  private readonly cache = new Map<string, { chapter: Chapter; expiresAt: number }>();
  private chapterNames: string[] | null = null;

  read(slug: string): Chapter | null {
    const known = this.cache.get(slug);
    if (known && known.expiresAt > Date.now()) return known.chapter;
    const file = join(process.cwd(), 'manual', `${slug}.md`);
    if (!existsSync(file)) return null;
    const [title = slug, ...rest] = readFileSync(file, 'utf8').split('\n');
    const chapter: Chapter = { title, body: rest.join('\n') };
    this.cache.set(slug, { chapter, expiresAt: Date.now() + 60_000 });
    return chapter;
  }

  names(folder: string): string[] {
    if (this.chapterNames) return this.chapterNames;
    this.chapterNames = readdirSync(join(folder, 'manual')).filter((name) => name.endsWith('.md'));
    return this.chapterNames;
  }
}

import Keyv from 'keyv';
import { KeyvFile } from 'keyv-file';
import os from 'node:os';
import path from 'node:path';

const filename = path.join(os.tmpdir(), 'reading-list.json');
const lists = new Keyv<string[]>({ store: new KeyvFile({ filename }) }); // flag: no-tmp-storage

export async function addArticle(reader: string, url: string): Promise<string[]> {
  const articles = [...((await lists.get(reader)) ?? []), url];
  await lists.set(reader, articles);
  return articles;
}

export async function articlesOf(reader: string): Promise<string[]> {
  return (await lists.get(reader)) ?? [];
}

import { postNews } from './rooms';

const lastNews = new Map<string, string>(); // flag: no-memory-dedup

export async function tell(room: string, news: string): Promise<void> {
  if (lastNews.get(room) === news) return;
  lastNews.set(room, news);
  await postNews(room, news);
}

export function leave(room: string): void {
  lastNews.delete(room);
}

import pino from 'pino';
import { listUntranslated, saveTranslation, translate } from '@/lib/articles';

const log = pino({ level: process.env.LOG_LEVEL });

export async function GET() {
  let failures = 0;
  for (const article of await listUntranslated('fr')) {
    try {
      log.debug({ article: article.id }, 'asking for a translation');
      await saveTranslation(article.id, await translate(article.text, 'fr'));
    } catch (error) {
      failures += 1;
      log.error({ article: article.id, error }, 'translation failed');
    }
  }
  return Response.json({ failures });
}

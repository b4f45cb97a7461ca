import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { translate } from './translator';

type State = 'closed' | 'open';

class Translator {
  private static state: State = 'closed'; // flag: no-memory-retry
  private static consecutiveErrors = 0; // flag: no-memory-retry

  static async run(text: string): Promise<string | undefined> {
    if (Translator.state === 'open') return undefined;
    try {
      const translated = await translate(text, 'en');
      Translator.consecutiveErrors = 0;
      return translated;
    } catch (error) {
      Translator.consecutiveErrors += 1;
      if (Translator.consecutiveErrors > 4) Translator.state = 'open';
      throw error;
    }
  }
}

export const translateComment = onDocumentCreated('comments/{id}', async (event) => {
  const english = await Translator.run(event.data!.get('text'));
  if (english) await event.data!.ref.update({ english });
});

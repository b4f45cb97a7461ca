import { sendLetter } from './post.js';
import { logger } from './logger.js';

export const handler = async (event) => {
  const maxLetters = event.letters.length;
  let letter = 0;
  while (letter < maxLetters) {
    await sendLetter(event.letters[letter]);
    letter++;
    logger.info(`Letter ${letter}/${maxLetters} sent`); // flag: no-log-progress
  }
  return { statusCode: 200 };
};

import { Router } from 'express';
import { complete } from '../models';

export const summaries = Router();

// One summary, from whichever model answers first: there is nothing to go on with.
summaries.post('/summaries', async (request, response) => {
  const candidates = ['large', 'small', 'tiny'];
  for (let index = 0; index < candidates.length; index += 1) {
    console.log(`Trying model ${index + 1}/${candidates.length}: ${candidates[index]}`);
    try {
      const summary = await complete(candidates[index]!, request.body.text);
      return response.json({ summary });
    } catch (error) {
      console.warn('no answer', error);
    }
  }
  response.status(502).end();
});

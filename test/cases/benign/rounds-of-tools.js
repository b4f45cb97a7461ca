import { callModel, runTools } from './model.js';
import { logger } from './logger.js';

export const handler = async (event) => {
  const maxRounds = 8;
  let messages = JSON.parse(event.body);
  let round = 0;
  while (round < maxRounds) {
    round++;
    logger.info(`Tool round ${round}/${maxRounds}`);
    const answer = await callModel(messages);
    if (!answer.tools) return { statusCode: 200, body: answer.text };
    messages = [...messages, answer, ...(await runTools(answer.tools))];
  }
  return { statusCode: 508 };
};

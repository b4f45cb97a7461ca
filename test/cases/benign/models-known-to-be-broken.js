import { checkModel } from './models.js';

const broken = new Map();
const KEPT_FOR = 300_000;

export const handler = async (event) => {
  const { model } = JSON.parse(event.body);
  const known = broken.get(model);
  if (known && Date.now() - known.at < KEPT_FOR) throw known.error;
  try {
    return { statusCode: 200, body: checkModel(model) };
  } catch (error) {
    broken.set(model, { at: Date.now(), error });
    throw error;
  }
};

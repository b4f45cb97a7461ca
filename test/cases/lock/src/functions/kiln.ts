import { fire } from './kiln-control';

let kiln: 'cold' | 'hot' = 'cold'; // flag: no-memory-lock

export const handler = async (event: { programme: string }) => {
  if (kiln !== 'cold') return { statusCode: 409 };
  kiln = 'hot';
  try {
    await fire(event.programme);
  } finally {
    kiln = 'cold';
  }
  return { statusCode: 200 };
};

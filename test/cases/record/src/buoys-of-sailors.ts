const buoys = new Map<string, { name: string; depth: number }>(); // flag: no-memory-record

export const report = async (event: { name: string; depth: number }) => {
  buoys.set(event.name, { name: event.name, depth: event.depth });
  return { statusCode: 202 };
};

export const find = async (event: { name: string }) => buoys.get(event.name) ?? { statusCode: 404 };

// Made by the first write, and written in the same expression.
let moorings: Record<string, string> | undefined; // flag: no-memory-record

export const handler = async (event: { httpMethod: string; berth: string; boat: string }) => {
  if (event.httpMethod === 'PUT') {
    (moorings ||= {})[event.berth] = event.boat;
    return { statusCode: 204 };
  }
  const boat = moorings?.[event.berth];
  return boat ? { statusCode: 200, body: boat } : { statusCode: 404 };
};

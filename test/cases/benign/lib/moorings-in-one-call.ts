export const handler = async (event: { changes: { berth: string; boat: string }[] }) => {
  let moorings: Record<string, string> | undefined;
  for (const { berth, boat } of event.changes) (moorings ||= {})[berth] = boat;
  return { statusCode: 200, body: JSON.stringify(moorings ?? {}) };
};

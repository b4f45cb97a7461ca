// `lastIndex` is a position in one text, set back before each use.
const PLACEHOLDER = /\[(\w+)\]/g;
const FORBIDDEN = [/javascript:/gi, /<script/gi];

export const handler = async (event: { template: string }) => {
  const names: string[] = [];
  PLACEHOLDER.lastIndex = 0;
  for (let match = PLACEHOLDER.exec(event.template); match; match = PLACEHOLDER.exec(event.template)) names.push(match[1]!);
  for (const pattern of FORBIDDEN) {
    pattern.lastIndex = 0;
    if (pattern.test(event.template)) return { statusCode: 422 };
  }
  return { statusCode: 200, body: JSON.stringify(names) };
};

const BERTH_SETTINGS: Record<string, unknown> = { length: 12, power: 230 }; // flag: no-memory-record

function apply(target: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
  for (const key in given) if (given[key] !== undefined) target[key] = given[key];
  return target;
}

export async function POST(request: Request): Promise<Response> {
  return Response.json(apply(BERTH_SETTINGS, await request.json()));
}

export function GET(): Response {
  return Response.json(BERTH_SETTINGS);
}

// The same flag turned on and off by requests is a switch that one instance knows of.
const shared = globalThis as unknown as { alarmMuted?: boolean };

export async function POST(request: Request): Promise<Response> {
  const { muted } = (await request.json()) as { muted: boolean };
  if (muted) {
    shared.alarmMuted = true; // flag: no-module-state
  } else {
    shared.alarmMuted = false;
  }
  return new Response(null, { status: 204 });
}

export async function GET(): Promise<Response> {
  return Response.json({ alarm: shared.alarmMuted ? 'muted' : 'on' });
}

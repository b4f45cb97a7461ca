import { Sandbox } from '@e2b/code-interpreter';
import { z } from 'zod';

const Body = z.object({ code: z.string().max(20_000), input: z.string().optional() });

export async function POST(request: Request) {
  const { code, input } = Body.parse(await request.json());
  const sandbox = await Sandbox.create({ timeoutMs: 60_000 });
  try {
    await sandbox.files.write('/tmp/main.py', code);
    await sandbox.files.write('/tmp/input.txt', input ?? '');
    const { stdout, stderr, exitCode } = await sandbox.commands.run('python3 /tmp/main.py < /tmp/input.txt');
    return Response.json({ stdout, stderr, exitCode, file: '/tmp/main.py' });
  } finally {
    await sandbox.kill();
  }
}

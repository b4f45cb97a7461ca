import { uploadAudio } from './bucket.ts';

Deno.serve(async (request) => {
  const dir = await Deno.makeTempDir();
  const raw = `${dir}/in.wav`;
  const out = `${dir}/out.mp3`;
  await Deno.writeFile(raw, new Uint8Array(await request.arrayBuffer()));
  await new Deno.Command('ffmpeg', { args: ['-i', raw, out] }).output();
  const key = await uploadAudio(await Deno.readFile(out));
  await Deno.remove(dir, { recursive: true });
  return Response.json({ key });
});

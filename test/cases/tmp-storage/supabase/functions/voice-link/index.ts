Deno.serve(async (request) => {
  const dir = await Deno.makeTempDir();
  const out = `${dir}/voice.mp3`;
  await Deno.writeFile(out, new Uint8Array(await request.arrayBuffer())); // flag: no-tmp-storage
  return Response.json({ out });
});

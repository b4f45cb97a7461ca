Bun.serve({
  port: 3000,
  async fetch(request) {
    const id = new URL(request.url).searchParams.get('id')!;
    const file = Bun.file(`./data/${id}.json`);
    if (request.method === 'PUT') {
      await Bun.write(`./data/${id}.json`, await request.text()); // flag: no-tmp-storage
      return new Response('ok');
    }
    return (await file.exists()) ? new Response(file) : new Response('none', { status: 404 });
  },
});

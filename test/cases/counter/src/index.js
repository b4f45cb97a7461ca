const downloads = {}; // flag: no-memory-counter

addEventListener('fetch', (event) => {
  event.respondWith(serve(event.request));
});

async function serve(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/top') {
    const top = Object.entries(downloads).sort(([, a], [, b]) => b - a);
    return Response.json(top.slice(0, 10));
  }
  const file = await fetch(`${FILES_URL}${pathname}`);
  if (file.ok) {
    downloads[pathname] = 1 + (downloads[pathname] ?? 0);
  }
  return file;
}

const visited = new Set<string>();

/** Runs in the page itself, as a content script. */
export async function read(url: string) {
  if (visited.has(url)) return;
  visited.add(url);
  await fetch('https://api.example.com/pages', { method: 'POST', body: JSON.stringify({ url, title: document.title }) });
}

import { render } from './pages';
function within<T>(work: (give: (value: T) => void) => void, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('too slow')), ms);
    work((value) => { clearTimeout(limit); resolve(value); });
  });
}
function debounce(fn: () => void, ms: number) { const t = setTimeout(fn, ms); return () => clearTimeout(t); }
export const handler = async (event: { path: string }) => {
  const stop = debounce(() => console.warn('slow'), 3000);
  try { return { statusCode: 200, body: await within<string>((give) => give(render(event.path)), 2000) }; } finally { stop(); }
};

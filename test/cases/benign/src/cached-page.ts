import { CachingHeaders } from './caching-headers';
import { renderIndex } from './pages';

export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/') {
      const page = new Response(renderIndex(), { headers: { 'content-type': 'text/html' } });
      return CachingHeaders.setCaching(page, { ttl: 3600 }, request.url);
    }
    return new Response(null, { status: 404 });
  },
};

import { checkToken } from './tokens';

const FOLDER = './pictures';

export default {
  port: 3000,
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') {
      await checkToken(request.headers.get('authorization'));
      const id = crypto.randomUUID();
      await Bun.write(`${FOLDER}/${id}.jpg`, await request.blob()); // flag: no-tmp-storage
      return Response.json({ id }, { status: 201 });
    }
    const picture = Bun.file(`${FOLDER}${pathname}.jpg`);
    return (await picture.exists()) ? new Response(picture) : new Response('not found', { status: 404 });
  },
};

import { Elysia, t } from 'elysia';

let announcement = 'Welcome'; // flag: no-memory-record

export default new Elysia()
  .get('/announcement', () => ({ announcement }))
  .put(
    '/announcement',
    ({ body, headers, status }) => {
      if (headers.authorization !== process.env.EDITOR_KEY) return status(401);
      announcement = body.text;
      return { announcement };
    },
    { body: t.Object({ text: t.String({ minLength: 1 }) }) },
  );

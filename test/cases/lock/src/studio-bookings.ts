import { Elysia, t } from 'elysia';
import { reserve } from './calendar';

enum Studio {
  North = 'north',
  South = 'south',
}

const inUse: Record<Studio, boolean> = { [Studio.North]: false, [Studio.South]: false }; // flag: no-memory-lock

export default new Elysia().post(
  '/studios/:studio/bookings',
  async ({ params, body, set }) => {
    if (inUse[params.studio]) {
      set.status = 409;
      return { error: 'somebody is booking this studio' };
    }
    inUse[params.studio] = true;
    try {
      return await reserve(params.studio, body.from, body.to);
    } finally {
      inUse[params.studio] = false;
    }
  },
  { params: t.Object({ studio: t.Enum(Studio) }), body: t.Object({ from: t.String(), to: t.String() }) },
);

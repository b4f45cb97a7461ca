import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { closeTill } from '../tills';

namespace Closing {
  let active = false; // flag: no-memory-lock

  export function begin(): boolean {
    if (active) return false;
    active = true;
    return true;
  }

  export function end(): void {
    active = false;
  }
}

app.http('closeTill', {
  methods: ['POST'],
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    if (!Closing.begin()) return { status: 423 };
    try {
      return { jsonBody: await closeTill(request.params.till) };
    } finally {
      Closing.end();
    }
  },
});

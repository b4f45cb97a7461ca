// The exported object of a Worker lives as long as its isolate.
export default {
  blinks: 0, // flag: no-memory-counter
  async fetch(request: Request): Promise<Response> {
    if (request.method === 'POST') this.blinks += 1;
    return Response.json({ blinks: this.blinks });
  },
};

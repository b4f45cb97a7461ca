// The same object with a part that nobody changes.
export default {
  blinks: 4,
  async fetch(request: Request): Promise<Response> {
    const blinks = request.method === 'POST' ? this.blinks + 1 : this.blinks;
    return Response.json({ blinks });
  },
};

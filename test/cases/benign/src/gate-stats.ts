class GateStats {
  opened = 0;
  refused = 0;

  line() {
    return `opened=${this.opened} refused=${this.refused}`;
  }
}

const gate = new GateStats();

export default {
  async fetch(request: Request): Promise<Response> {
    gate.opened += 1;
    return new Response(gate.line(), { status: request.method === 'GET' ? 200 : 405 });
  },
};

class GatePasses {
  opened = 0; // flag: no-memory-counter

  line() {
    return `opened=${this.opened}`;
  }
}

const gate = new GatePasses();

export default {
  async fetch(): Promise<Response> {
    gate.opened += 1;
    return new Response(gate.line(), { status: gate.opened > 1000 ? 429 : 200 });
  },
};

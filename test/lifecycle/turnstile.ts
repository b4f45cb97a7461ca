// How can several processes use PGlite at once, when it has one session?
//
// PGlite's socket server takes many connections, but hands their messages to the one session as they come. The Parse of one client is
// then followed by the Bind of another, and a transaction waits for messages that are queued behind others. This stands in front of it
// and gives out turns: a client has the session from its first message until the server says that it is ready and outside of any
// transaction. The others wait, as they would wait for a lock. A client that dies in its turn loses its connection, and with it the
// transaction, as with any PostgreSQL. Prepared statements belong to a connection, so their names are made its own.

import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

const READY_FOR_QUERY = 'Z';
const TERMINATE = 'X';
const IDLE = 'I';
/** Messages that the server answers with ReadyForQuery. */
const ENDS_A_REQUEST = new Set(['S', 'Q']);

/** A server on a port of its own; `close` ends its connections too. */
export interface Turnstile {
  readonly port: number;
  close(): Promise<void>;
}

export async function startTurnstile(port: number): Promise<Turnstile> {
  const turns = new Turns();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A killed client resets its connection. That is what the tests are about, and 'close' follows.
      socket.on('error', () => socket.destroy());
    }
    join(client, upstream, turns);
  });
  await listen(server);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function join(client: Socket, upstream: Socket, turns: Turns): void {
  const asked = new Messages({ startsWithoutType: true });
  const answered = new Messages({ startsWithoutType: false });
  let pending: Buffer[] = [];
  let awaited = 0;
  let state: 'out' | 'waiting' | 'in' = 'out';
  const own = turns.nextName();

  const enter = (): void => {
    state = 'in';
    for (const bytes of pending) upstream.write(bytes);
    pending = [];
  };
  const leave = (): void => {
    if (state === 'in') turns.next();
    else if (state === 'waiting') turns.forget(enter);
    state = 'out';
  };

  client.on('data', (bytes) => {
    for (const { type, body } of asked.read(bytes)) {
      // Its end is told by closing: PGlite has no process to end for it.
      if (type === TERMINATE) {
        client.end();
        return;
      }
      if (type === undefined || ENDS_A_REQUEST.has(type)) awaited += 1;
      pending.push(withOwnStatement(type, body, own));
    }
    if (pending.length === 0) return;
    if (state === 'in') enter();
    else if (state === 'out') {
      state = 'waiting';
      turns.take(enter);
    }
  });

  upstream.on('data', (bytes) => {
    client.write(bytes);
    for (const { type, body } of answered.read(bytes)) {
      if (type !== READY_FOR_QUERY) continue;
      awaited -= 1;
      if (awaited === 0 && body.toString('latin1', 5, 6) === IDLE) leave();
    }
  });

  client.on('close', () => upstream.destroy());
  upstream.on('close', () => {
    client.destroy();
    // The socket server rolls back a moment after it has seen the end of the connection.
    setTimeout(leave, 20);
  });
}

/** Where the name of a prepared statement begins, in the messages that hold one. */
function statementAt(type: string | undefined, body: Buffer): number | undefined {
  if (type === 'P') return 5;
  if (type === 'B') return body.indexOf(0, 5) + 1;
  // Describe and Close name a statement or a portal.
  if ((type === 'D' || type === 'C') && body[5] === 'S'.charCodeAt(0)) return 6;
  return undefined;
}

/** The message with the name of this connection before the name of the statement. The unnamed statement needs none: it lives for a turn. */
function withOwnStatement(type: string | undefined, body: Buffer, own: string): Buffer {
  const at = statementAt(type, body);
  if (at === undefined || body[at] === 0) return body;
  const renamed = Buffer.concat([body.subarray(0, at), Buffer.from(own), body.subarray(at)]);
  renamed.writeInt32BE(renamed.length - 1, 1);
  return renamed;
}

/** Who has the session, and who is next. */
class Turns {
  #names = 0;
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  nextName(): string {
    this.#names += 1;
    return `connection ${this.#names}: `;
  }

  take(enter: () => void): void {
    if (this.#taken) this.#waiting.push(enter);
    else {
      this.#taken = true;
      enter();
    }
  }

  next(): void {
    const enter = this.#waiting.shift();
    if (enter) enter();
    else this.#taken = false;
  }

  forget(enter: () => void): void {
    const place = this.#waiting.indexOf(enter);
    if (place !== -1) this.#waiting.splice(place, 1);
  }
}

interface Message {
  /** Undefined for the first message of a client, which has none. */
  readonly type: string | undefined;
  readonly body: Buffer;
}

/** Cuts a stream of the wire protocol into whole messages: a letter, and a length that counts itself. */
class Messages {
  #rest = Buffer.alloc(0);
  #first: boolean;

  constructor({ startsWithoutType }: { startsWithoutType: boolean }) {
    this.#first = startsWithoutType;
  }

  *read(bytes: Buffer): Generator<Message> {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const typed = this.#first ? 0 : 1;
      if (this.#rest.length < typed + 4) return;
      const length = typed + this.#rest.readInt32BE(typed);
      if (this.#rest.length < length) return;
      const body = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      yield { type: this.#first ? undefined : body.toString('latin1', 0, 1), body };
      this.#first = false;
    }
  }
}

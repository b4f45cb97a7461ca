/**
 * The platforms that run handlers, as data. Adding a platform is adding an entry to a file of this folder, and nothing else.
 *
 *     { name: 'Firebase', forms: [{ trigger: 'schedule', calls: ['onSchedule'], parameters: ['request'] }] }
 *
 * A platform has forms: the ways in which its documentation declares a function. A form names one way (`exports`, `calls`, `types`, …),
 * what narrows it (`files`, `from`, `beside`, `signature`, `on`), what triggers the function, and what its parameters hold. Where several
 * forms fit, the one that says more wins: a name in certain files before a name alone.
 *
 * Names are written as the platform's documentation writes them. `*` in a name stands for any letters. A dotted name is matched from its
 * end, calls in between left out: `pubsub.schedule.onRun` fits `functions.pubsub.schedule('every 5 minutes').onRun(…)`. Names of imports
 * count as they are exported, whatever the file calls them; `default` is a default import or the whole module.
 */

/** What makes a platform run a handler. */
export type Trigger =
  /** A request by HTTP, also of a middleware. */
  | 'http'
  /** A page is rendered on the server. */
  | 'page'
  /** A call by name: server actions, procedures, resolvers, tools. */
  | 'rpc'
  /** A handler in another file calls it: services that a framework makes once. */
  | 'call'
  /** A message of a queue or a topic. */
  | 'queue'
  | 'schedule'
  /** A batch of records in order: Kinesis, Kafka, Event Hubs. */
  | 'stream'
  /** An object was stored or deleted. */
  | 'storage'
  /** A row or document has changed. */
  | 'database'
  /** A user signs up or in, or a request is authorised. */
  | 'auth'
  | 'email'
  /** An event of a chat or of a voice assistant. */
  | 'chat'
  /** A connection that stays open, and what arrives on it. */
  | 'socket'
  /** A step or job of a workflow engine. */
  | 'job'
  /** Something else, or the code does not say. */
  | 'event';

/** What a parameter holds. */
export type ParameterRole =
  /** Data of this request or event. */
  | 'request'
  /** About this invocation. As a whole it only configures; its members other than the environment belong to the request. */
  | 'context'
  /** The platform's own: environment and bindings, the response, callbacks, clients, tools. */
  | 'platform'
  | 'error';

type Names = readonly string[];

export interface Form {
  readonly trigger: Trigger;
  /** The trigger in the platform's own word: `SQS`. */
  readonly triggerName?: string;
  /** By position. Where a form leaves them out, names of parameters tell. */
  readonly parameters?: readonly ParameterRole[];

  // How a function is declared.
  /** By the name of its export; `default` and `*` too. */
  readonly exports?: Names;
  /** As a method of the object that a file exports by default. */
  readonly members?: Names;
  /** By a function at the top of a file that exports nothing. */
  readonly topLevel?: Names;
  /** By a type on the variable or property that holds it, or on the object around it. */
  readonly types?: Names;
  /** By the type of its first or second parameter, where the function is exported. */
  readonly eventTypes?: Names;
  /** By the names of its parameters, where the function is exported. With `exports` it narrows these. */
  readonly signature?: readonly RegExp[];
  /** With `signature`: by a key of an object that it answers with, once its work is done. A function that is not asynchronous may be a helper. */
  readonly answers?: string;
  /** As an argument of a call, or in an object or array that is one. */
  readonly calls?: Names;
  /** With `calls`: the first argument, where one of these strings must stand. */
  readonly events?: Names;
  /** As an argument of a method of what these constructors and factories make, or of themselves. */
  readonly routers?: Names;
  /** As a method of a class that extends one of these. */
  readonly bases?: Names;
  /** As a method of a class with one of these decorators. The framework makes one instance, which lives as long as the process. */
  readonly decorators?: Names;
  /** As a method with one of these decorators, in a class found otherwise: it says what triggers this method. */
  readonly methodDecorators?: Names;
  /** As a member of an object literal that has all of these keys. */
  readonly keys?: Names;
  /** As a member of a table under one of these names: `{ Query: { order() {} } }`. */
  readonly tables?: Names;

  // What narrows it.
  /** The file's path, with forward slashes. */
  readonly files?: RegExp;
  /** Packages that the name comes from; `@scope/` and `name:` stand for all that begin so. */
  readonly from?: Names;
  /** Packages of which the file imports one. */
  readonly beside?: Names;
  /** A name somewhere before the called one: `procedure` of `t.procedure.input(…).query(…)`. */
  readonly on?: RegExp;
  /** Of `routers`: the only methods that take handlers. */
  readonly methods?: Names;
  /** Of `routers`: methods whose function is given a router and adds routes to it, once, while the program starts. */
  readonly groups?: Names;

  /** The function runs once while the program starts, and declares handlers in its turn. */
  readonly isSetUp?: boolean;
}

export interface Platform {
  readonly name: string;
  readonly forms: readonly Form[];
}

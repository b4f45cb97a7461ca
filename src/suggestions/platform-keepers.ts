/**
 * The ways in which a platform keeps an invocation alive for work after the response, as data.
 *
 * Sources: the platforms' own documentation of `waitUntil` and `after`.
 */
export interface Keeper {
  readonly platform: string;
  readonly files?: RegExp;
  /** Names of the handler's function, as the platform calls it. */
  readonly handlers?: RegExp;
  /** Callees that register the handler; a keeper without them is for handlers that are not registered by a call. */
  readonly registrars?: RegExp;
  /** The parameter that has `waitUntil`. */
  readonly parameter: number;
}

export const KEEPERS: readonly Keeper[] = [
  // The three kinds of Workers: service worker, Pages Function, module.
  { platform: 'Cloudflare Workers', registrars: /(^|\.)addEventListener$/, parameter: 0 },
  { platform: 'Fastly', registrars: /(^|\.)addEventListener$/, parameter: 0 },
  { platform: 'Cloudflare Workers', handlers: /^onRequest/, parameter: 0 },
  { platform: 'Cloudflare Workers', handlers: /^(fetch|scheduled|queue|email|tail|trace)$/, parameter: 2 },
  { platform: 'Next.js', files: /(^|\/)(middleware|proxy)\.[cm]?[jt]s$/, parameter: 1 },
  { platform: 'Netlify', handlers: /^default$/, parameter: 1 },
];

/** Modules whose `waitUntil` serves wherever it can be imported. */
export const WAIT_UNTIL_MODULES: readonly string[] = ['cloudflare:workers', '@vercel/functions'];

/** Where Next.js has `after`: route handlers, pages of the `app` folder, and middleware; not `pages/api`. */
export const HAS_AFTER = /(^|\/)app\/|(^|\/)(middleware|proxy)\.[cm]?[jt]s$/;

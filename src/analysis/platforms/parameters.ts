/**
 * What parameters hold, and what they are called, on more than one platform.
 */

export const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const EVENT_CONTEXT = ['request', 'context', 'platform'] as const;
export const REQUEST_RESPONSE = ['request', 'platform', 'platform', 'platform'] as const;
export const REQUEST_ENV_CONTEXT = ['request', 'platform', 'context'] as const;
export const REQUEST_CONTEXT = ['request', 'context'] as const;
export const CONTEXT_NEXT = ['request', 'platform'] as const;
export const RESOLVER = ['request', 'request', 'context', 'platform'] as const;

export const EVENT = /^_*(event|evt|ev|e)$/;
export const CONTEXT = /^_*(context|ctx)$/;
export const REQUEST = /^_*(req|request)$/;
export const RESPONSE = /^_*(res|resp|response|reply)$/;
export const CALLBACK = /^_*(callback|cb|done)$/;

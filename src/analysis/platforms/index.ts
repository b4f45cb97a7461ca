import { BOTS } from './bots.js';
import { CLOUDS } from './clouds.js';
import { HOSTS } from './hosts.js';
import { JOBS } from './jobs.js';
import { ROUTERS } from './routers.js';
import { SERVICES } from './services.js';
import { WEB_FRAMEWORKS } from './web-frameworks.js';
import type { Platform } from './form.js';

export type { Form, ParameterRole, Platform, Trigger } from './form.js';

/**
 * Where two say as much of a function, the first one names it: `app/api/orders/route.ts` is a route of Next.js, wherever that is hosted.
 * What says least stands last.
 */
export const PLATFORMS: readonly Platform[] = [...CLOUDS, ...WEB_FRAMEWORKS, ...HOSTS, ...SERVICES, ...BOTS, ...JOBS, ...ROUTERS];

/** What a parameter is called that gets routes: `module.exports = (app) => { app.get(…); }`. */
export const ROUTER_PARAMETER = /^(app|router|server|fastify|api|bot|hono|instance|group|route|routes|r)$/i;

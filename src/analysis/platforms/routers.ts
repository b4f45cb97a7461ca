/** Objects that get routes or listeners, and what no platform has for itself. */
import type { Platform } from './form.js';
import { CONTEXT_NEXT, REQUEST, REQUEST_ENV_CONTEXT, REQUEST_RESPONSE, RESPONSE } from './parameters.js';

export const ROUTERS: readonly Platform[] = [
  {
    name: 'Hono',
    forms: [
      { trigger: 'http', routers: ['Hono', 'OpenAPIHono', 'createApp'], from: ['hono', '@hono/', 'chanfana'], parameters: CONTEXT_NEXT },
      {
        trigger: 'http',
        calls: ['factory.createHandlers', 'factory.createMiddleware', 'createFactory.createHandlers', 'createFactory.createMiddleware'],
        parameters: CONTEXT_NEXT,
      },
      { trigger: 'http', calls: ['createMiddleware'], from: ['hono'], parameters: CONTEXT_NEXT },
      {
        trigger: 'http',
        types: ['Handler', 'MiddlewareHandler', 'ErrorHandler', 'NotFoundHandler', 'RouteHandler', 'AppRouteHandler'],
        from: ['hono', '@hono/'],
        parameters: CONTEXT_NEXT,
      },
      { trigger: 'http', eventTypes: ['Context'], from: ['hono'], parameters: CONTEXT_NEXT },
    ],
  },
  {
    name: 'Express',
    forms: [
      {
        trigger: 'http',
        routers: ['default', 'express', 'Router'],
        from: ['express', 'express-promise-router', 'json-server', 'connect', 'ultimate-express', 'hyper-express'],
        parameters: REQUEST_RESPONSE,
      },
      {
        trigger: 'http',
        types: ['RequestHandler', 'ErrorRequestHandler', 'Handler', 'NextHandleFunction'],
        from: ['express', 'express-serve-static-core', 'connect'],
        parameters: REQUEST_RESPONSE,
      },
    ],
  },
  {
    name: 'Fastify',
    forms: [
      {
        trigger: 'http',
        routers: ['default', 'fastify', 'Fastify'],
        from: ['fastify'],
        groups: ['register', 'after'],
        parameters: REQUEST_RESPONSE,
      },
      {
        trigger: 'http',
        types: [
          'RouteHandlerMethod',
          'RouteHandler',
          'RouteOptions',
          'RouteShorthandOptionsWithHandler',
          'preHandlerHookHandler',
          'preHandlerAsyncHookHandler',
          'onRequestHookHandler',
          'onRequestAsyncHookHandler',
          'preValidationHookHandler',
        ],
        from: ['fastify'],
        parameters: REQUEST_RESPONSE,
      },
      { trigger: 'http', eventTypes: ['FastifyRequest'], parameters: REQUEST_RESPONSE },
      {
        trigger: 'http',
        types: ['FastifyPluginAsync*', 'FastifyPluginCallback*', 'FastifyPlugin*'],
        eventTypes: ['FastifyInstance'],
        isSetUp: true,
      },
      { trigger: 'http', calls: ['default'], from: ['fastify-plugin'], isSetUp: true },
    ],
  },
  {
    name: 'Koa',
    forms: [
      {
        trigger: 'http',
        routers: ['default', 'Koa', 'Router'],
        from: ['koa', 'koa-router', '@koa/router', '@midwayjs/koa'],
        parameters: CONTEXT_NEXT,
      },
      {
        trigger: 'http',
        types: ['Middleware', 'Koa.Middleware', 'Router.Middleware'],
        from: ['koa', '@koa/router', 'koa-router'],
        parameters: CONTEXT_NEXT,
      },
    ],
  },
  {
    name: 'Elysia',
    forms: [
      {
        trigger: 'http',
        routers: ['default', 'Elysia'],
        from: ['elysia'],
        groups: ['group', 'guard', 'use'],
        parameters: ['request', 'platform'],
      },
    ],
  },
  {
    name: 'itty-router',
    forms: [
      {
        trigger: 'http',
        routers: ['Router', 'AutoRouter', 'IttyRouter', 'ThrowableRouter', 'OpenAPIRouter'],
        from: ['itty-router', 'itty-router-extras', '@cloudflare/itty-router-openapi'],
        parameters: REQUEST_ENV_CONTEXT,
      },
      { trigger: 'http', types: ['RequestHandler'], from: ['itty-router'], parameters: REQUEST_ENV_CONTEXT },
    ],
  },
  {
    name: 'Polka',
    forms: [{ trigger: 'http', routers: ['default', 'polka'], from: ['polka', 'restana', '0http'], parameters: REQUEST_RESPONSE }],
  },
  {
    name: 'tinyhttp',
    forms: [{ trigger: 'http', routers: ['App'], from: ['@tinyhttp/app'], parameters: REQUEST_RESPONSE }],
  },
  {
    name: 'hapi',
    forms: [
      {
        trigger: 'http',
        routers: ['server', 'Server', 'default.server'],
        from: ['@hapi/hapi', 'hapi'],
        methods: ['route', 'ext', 'method'],
        parameters: ['request', 'platform'],
      },
    ],
  },
  {
    name: 'restify',
    forms: [{ trigger: 'http', routers: ['createServer'], from: ['restify'], parameters: REQUEST_RESPONSE }],
  },
  {
    name: 'Node.js',
    forms: [
      {
        trigger: 'http',
        routers: ['createServer', 'Server'],
        from: ['http', 'https', 'http2', 'node:http', 'node:https', 'node:http2'],
        methods: [],
        parameters: REQUEST_RESPONSE,
      },
      { trigger: 'http', calls: ['serve'], from: ['@hono/node-server'], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Socket.IO',
    forms: [
      {
        trigger: 'socket',
        routers: ['Server', 'default'],
        from: ['socket.io'],
        methods: ['on', 'of', 'use'],
        parameters: ['request', 'platform'],
      },
    ],
  },
  {
    name: 'ws',
    forms: [
      {
        trigger: 'socket',
        routers: ['WebSocketServer', 'WebSocket.Server', 'Server'],
        from: ['ws'],
        methods: ['on'],
        parameters: ['request', 'request'],
      },
    ],
  },
  {
    // What no platform has for itself: functions of a request and a response, objects that describe a route.
    name: 'HTTP',
    forms: [
      { trigger: 'http', signature: [REQUEST, RESPONSE], parameters: REQUEST_RESPONSE },
      { trigger: 'http', exports: ['handler', '*Handler'], signature: [REQUEST, RESPONSE], parameters: REQUEST_RESPONSE },
      { trigger: 'http', signature: [/^_*(err|error)$/, REQUEST, RESPONSE], parameters: ['error', ...REQUEST_RESPONSE] },
      { trigger: 'http', keys: ['method', 'handler'], parameters: REQUEST_RESPONSE },
    ],
  },
];

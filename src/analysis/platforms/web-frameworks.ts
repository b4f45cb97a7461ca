/** Frameworks that find handlers by their files, or build pages around them. */
import type { Platform } from './form.js';
import { HTTP_METHODS, REQUEST_RESPONSE } from './parameters.js';

export const WEB_FRAMEWORKS: readonly Platform[] = [
  {
    name: 'Next.js',
    forms: [
      { trigger: 'http', files: /(^|\/)app\/(.+\/)?route\.[cm]?[jt]sx?$/, exports: HTTP_METHODS, parameters: ['request', 'request'] },
      { trigger: 'http', files: /(^|\/)pages\/api\/.+\.[cm]?[jt]sx?$/, exports: ['default', 'handler'], parameters: REQUEST_RESPONSE },
      {
        trigger: 'page',
        files: /(^|\/)pages\/(?!api\/).+\.[jt]sx?$/,
        exports: ['getServerSideProps', 'getStaticProps', 'getInitialProps'],
        parameters: ['request'],
      },
      {
        trigger: 'http',
        files: /^(.*\/)?(?<!components\/|lib\/|utils\/|routes\/)(middleware|proxy)\.[cm]?[jt]s$/,
        exports: ['middleware', 'proxy', 'default'],
        parameters: ['request', 'platform'],
      },
      {
        trigger: 'page',
        files: /(^|\/)app\/(.+\/)?(page|layout|template|default|not-found)\.[jt]sx?$/,
        exports: ['default', 'generateMetadata', 'generateViewport', 'generateStaticParams'],
        parameters: ['request', 'request'],
      },
      {
        trigger: 'http',
        files: /(^|\/)app\/(.+\/)?(opengraph-image|twitter-image|icon|apple-icon|sitemap|robots|manifest)\.[jt]sx?$/,
        exports: ['default', 'generateSitemaps', 'generateImageMetadata'],
        parameters: ['request', 'request'],
      },
      {
        trigger: 'http',
        files: /^(src\/|.*\/)?instrumentation\.[jt]s$/,
        exports: ['onRequestError'],
        parameters: ['error', 'request', 'request'],
      },
      { trigger: 'http', types: ['NextApiHandler'], eventTypes: ['NextApiRequest'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', types: ['NextMiddleware', 'NextProxy'], eventTypes: ['NextRequest'], parameters: ['request', 'request'] },
      { trigger: 'page', types: ['GetServerSideProps'], eventTypes: ['GetServerSidePropsContext'], parameters: ['request'] },
      {
        trigger: 'http',
        routers: ['default', 'nc', 'nextConnect', 'createRouter', 'createEdgeRouter'],
        from: ['next-connect'],
        parameters: REQUEST_RESPONSE,
      },
      { trigger: 'rpc', calls: ['action', 'stateAction'], on: /(action|safe)\w*client$/i, parameters: ['request'] },
    ],
  },
  {
    name: 'SvelteKit',
    forms: [
      { trigger: 'http', files: /(^|\/)\+server\.[jt]s$/, exports: [...HTTP_METHODS, 'fallback'], parameters: ['request'] },
      { trigger: 'page', files: /(^|\/)\+(page|layout)(\.server)?\.[jt]s$/, exports: ['load'], parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'form action', files: /(^|\/)\+page\.server\.[jt]s$/, exports: ['actions'], parameters: ['request'] },
      { trigger: 'http', files: /(^|\/)hooks(\.server)?\.[jt]s$/, exports: ['handle', 'handleFetch', 'reroute'], parameters: ['request'] },
      { trigger: 'http', files: /(^|\/)hooks\.server\.[jt]s$/, exports: ['handleError', 'handleValidationError'], parameters: ['request'] },
      { trigger: 'http', types: ['RequestHandler'], from: ['./$types', '@sveltejs/kit'], parameters: ['request'] },
      {
        trigger: 'http',
        types: ['Handle', 'HandleFetch', 'HandleServerError', 'Reroute'],
        from: ['@sveltejs/kit'],
        parameters: ['request'],
      },
      { trigger: 'page', types: ['PageServerLoad', 'LayoutServerLoad', 'ServerLoad'], parameters: ['request'] },
      {
        trigger: 'rpc',
        triggerName: 'form action',
        types: ['Actions', 'Action'],
        from: ['./$types', '@sveltejs/kit'],
        parameters: ['request'],
      },
      {
        trigger: 'rpc',
        triggerName: 'remote function',
        calls: ['query', 'query.batch', 'form', 'command'],
        from: ['$app/server'],
        parameters: ['request'],
      },
    ],
  },
  {
    name: 'Remix',
    forms: [
      { trigger: 'page', files: /(^|\/)app\/.+\.[jt]sx?$|(^|\/)routes\/.+\.tsx$/, exports: ['loader'], parameters: ['request'] },
      { trigger: 'rpc', files: /(^|\/)app\/.+\.[jt]sx?$|(^|\/)routes\/.+\.tsx$/, exports: ['action'], parameters: ['request'] },
      {
        trigger: 'http',
        files: /(^|\/)app\/(routes|root)[/.].*[jt]sx?$/,
        exports: ['middleware', 'unstable_middleware', 'headers'],
        parameters: ['request', 'platform'],
      },
      {
        trigger: 'page',
        files: /(^|\/)app\/entry\.server\.[jt]sx?$/,
        exports: ['default', 'handleRequest', 'handleDataRequest', 'handleError'],
        parameters: ['request'],
      },
      {
        trigger: 'page',
        types: ['LoaderFunction', 'Route.LoaderFunction'],
        eventTypes: ['LoaderFunctionArgs', 'LoaderArgs', 'Route.LoaderArgs', 'DataFunctionArgs'],
        parameters: ['request'],
      },
      {
        trigger: 'rpc',
        types: ['ActionFunction'],
        eventTypes: ['ActionFunctionArgs', 'ActionArgs', 'Route.ActionArgs'],
        parameters: ['request'],
      },
    ],
  },
  {
    name: 'TanStack Start',
    forms: [
      { trigger: 'rpc', calls: ['handler'], on: /^createServerFn$/, parameters: ['request'] },
      { trigger: 'http', calls: ['server', 'methods', 'createAPIFileRoute'], from: ['@tanstack/'], parameters: ['request'] },
    ],
  },
  {
    name: 'Nitro',
    forms: [
      {
        trigger: 'http',
        calls: [
          'eventHandler',
          'defineEventHandler',
          'cachedEventHandler',
          'defineCachedEventHandler',
          'defineRequestMiddleware',
          'defineResponseMiddleware',
          'defineNitroErrorHandler',
        ],
        parameters: ['request', 'platform'],
      },
      {
        trigger: 'http',
        calls: [
          'defineHandler',
          'defineCachedHandler',
          'defineMiddleware',
          'defineNodeHandler',
          'defineNodeMiddleware',
          'fromNodeMiddleware',
          'fromNodeHandler',
          'defineRoute',
          'defineJsonRpcHandler',
          'onRequest',
          'onResponse',
          'onError',
        ],
        from: ['h3', 'nitro', 'nitro/h3', 'nitropack'],
        parameters: ['request', 'platform'],
      },
      { trigger: 'http', routers: ['H3', 'createRouter', 'createApp'], from: ['h3', 'nitro/h3'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['lazyEventHandler', 'defineLazyEventHandler'], isSetUp: true },
      { trigger: 'socket', calls: ['defineWebSocketHandler', 'defineWebSocket'], parameters: ['request', 'request'] },
      { trigger: 'job', calls: ['defineTask'], parameters: ['request'] },
      { trigger: 'call', calls: ['cachedFunction', 'defineCachedFunction'] },
      { trigger: 'event', calls: ['defineNitroPlugin', 'definePlugin'], isSetUp: true },
    ],
  },
  {
    name: 'Astro',
    forms: [
      { trigger: 'http', files: /(^|\/)src\/pages\/.+\.[jt]s$/, exports: [...HTTP_METHODS, 'ALL'], parameters: ['request'] },
      { trigger: 'http', files: /(^|\/)src\/middleware(\/index)?\.[jt]s$/, exports: ['onRequest'], parameters: ['request', 'platform'] },
      { trigger: 'http', types: ['APIRoute', 'MiddlewareHandler'], from: ['astro'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['defineMiddleware'], from: ['astro:', 'astro'], parameters: ['request', 'platform'] },
      { trigger: 'rpc', calls: ['defineAction'], parameters: ['request', 'context'] },
    ],
  },
  {
    name: 'SolidStart',
    forms: [
      { trigger: 'http', files: /(^|\/)src\/routes\/(.+\/)?[^+/][^/]*\.[jt]sx?$/, exports: HTTP_METHODS, parameters: ['request'] },
      {
        trigger: 'http',
        types: ['APIHandler'],
        eventTypes: ['APIEvent'],
        from: ['@solidjs/start', 'solid-start'],
        parameters: ['request'],
      },
      { trigger: 'http', calls: ['createMiddleware'], from: ['@solidjs/start'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['server$', 'createServerData$', 'createServerAction$'], from: ['solid-start'], parameters: ['request'] },
    ],
  },
  {
    name: 'Qwik City',
    forms: [
      {
        trigger: 'http',
        exports: ['onGet', 'onPost', 'onPut', 'onPatch', 'onDelete', 'onRequest'],
        beside: ['@builder.io/qwik-city', '@qwik.dev/router'],
        parameters: ['request'],
      },
      { trigger: 'rpc', calls: ['routeLoader$', 'routeAction$', 'globalAction$', 'server$'], parameters: ['request', 'request'] },
    ],
  },
];

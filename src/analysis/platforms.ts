/**
 * The platforms that run handlers, as data. Adding a platform is adding an entry; `handlers.ts` gives the fields their meaning.
 *
 * Sources: the platforms' own documentation of how a function is declared.
 */

/** What makes a platform run a handler. */
export type Trigger =
  /** A request by HTTP, also of a middleware. */
  | 'http'
  /** A page is rendered on the server. */
  | 'page'
  /** A call by name: server actions, procedures, resolvers, methods of services. */
  | 'rpc'
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
  /** An event of a chat: Slack, Telegram, Discord. */
  | 'chat'
  /** A step or job of a workflow engine. */
  | 'job'
  /** Something else, or the code does not say. */
  | 'event';

export interface Platform {
  readonly name: string;
  readonly trigger: Trigger;
  /** The trigger in the platform's own word: `SQS`. */
  readonly triggerName?: string;
  /** Paths of files whose exports are handlers, matched against the path with forward slashes. */
  readonly files?: RegExp;
  /** Export names that are handlers: in `files` where these are given, else in any file. */
  readonly exports?: RegExp;
  /** Types whose annotation on a variable makes its function a handler: `const f: Handler = …`. */
  readonly handlerTypes?: RegExp;
  /** Types whose annotation on a first or second parameter makes an exported function a handler. */
  readonly eventTypes?: RegExp;
  /** Callees whose function arguments are handlers, by dotted name or its last part: `onRequest`, `Deno.serve`. */
  readonly registrars?: RegExp;
  /** Modules that the registrar's root must come from, where its name is too common to stand alone. */
  readonly from?: RegExp;
  /** Constructors and factories of routers, apps and bots; functions given to their methods are handlers. */
  readonly routers?: RegExp;
  /** Methods of a default-exported object that are handlers. */
  readonly defaultMethods?: RegExp;
  /** Base classes whose instances the platform makes, and whose methods it calls. */
  readonly baseClasses?: RegExp;
  /** Decorators of classes that live as long as the process and whose methods serve requests. */
  readonly decorators?: RegExp;
}

const HTTP_METHODS = '(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ALL)';

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'AWS Lambda',
    trigger: 'event',
    exports: /^(handler|lambdaHandler|lambda_handler|main)$|Handler$/,
    handlerTypes:
      /^(Handler|Callback|ALBHandler|APIGateway\w*Handler(V2)?|APIGatewayProxyWebsocketHandlerV2|AppSync\w*Handler|CloudFormation\w*Handler|CloudFront\w*Handler|CloudWatch\w*Handler|Codebuild\w*Handler|CodePipeline\w*Handler|Cognito\w*|\w*TriggerHandler|DynamoDBStreamHandler|EventBridgeHandler|FirehoseTransformationHandler|IoT\w*Handler|Kinesis\w*Handler|LambdaFunctionURLHandler|Lex\w*Handler|MSKHandler|S3\w*Handler|ScheduledHandler|SecretsManager\w*Handler|SESHandler|SNSHandler|SQSHandler|ProxyHandler)$/,
    eventTypes:
      /^(ALBEvent|APIGateway\w*Event\w*|AppSync\w*Event|CloudFormation\w*Event|CloudFront\w*Event|CloudWatch\w*Event|Cognito\w*|CodePipeline\w*Event|\w*TriggerEvent|DynamoDBStreamEvent|EventBridgeEvent|FirehoseTransformationEvent|IoT\w*Event|Kinesis\w*Event|LambdaFunctionURLEvent|Lex\w*Event|MSKEvent|S3(Batch)?\w*Event\w*|ScheduledEvent|SecretsManager\w*Event|SelfManagedKafkaEvent|SESEvent|SNSEvent|SQSEvent)$/,
    registrars:
      /^(middy|middify|streamifyResponse|awslambda\.streamifyResponse|wrapHandler|.*\.wrapHandler|makeIdempotent|createHandler|lambdaRequestTracker|datadog|instrument\w*Handler|withPowertools|serverlessExpress|startServerAndCreateLambdaHandler|lambdaHandler)$/,
  },
  { name: 'OpenWhisk', trigger: 'event', exports: /^main$/ },
  {
    name: 'Google Cloud Functions',
    trigger: 'event',
    registrars: /^(functions\.)?(http|cloudEvent|typed)$/,
    from: /^@google-cloud\/functions-framework$/,
    handlerTypes: /^(HttpFunction|EventFunction\w*|CloudEventFunction\w*|TypedFunction)$/,
  },
  {
    name: 'Firebase',
    trigger: 'event',
    registrars:
      /(^|\.)(onRequest|onCall|onCallGenkit|onSchedule|onRun|onTaskDispatched|onDispatch|onMessagePublished|onPublish|onCustomEventPublished|onAlertPublished|onObject\w+|onDocument\w+|onValue\w+|onCreate|onUpdate|onDelete|onWrite|onArchive|onFinalize|onMetadataUpdate|onConfigUpdated|onTestMatrixCompleted|beforeUserCreated|beforeUserSignedIn|beforeCreate|beforeSignIn|beforeEmailSent|beforeSmsSent|onNew\w+IssuePublished|onPlanUpdatePublished|onLog)$/,
  },
  {
    name: 'Azure Functions',
    trigger: 'event',
    from: /^@azure\/functions|^durable-functions/,
    registrars:
      /^app\.(http|get|post|put|patch|deleteRequest|timer|storageBlob|storageQueue|serviceBusQueue|serviceBusTopic|eventHub|eventGrid|cosmosDB|sql|mySql|generic|warmup|webPubSub|mcpTool|setup|hook)$|^df\.app\.(activity|client\.\w+|entity)$/,
    eventTypes: /^(HttpRequest|InvocationContext|Timer)$/,
    handlerTypes: /^(HttpHandler|TimerHandler|ServiceBus\w+Handler|StorageQueueHandler|StorageBlobHandler|EventGridHandler|EventHubHandler|CosmosDBHandler|AzureFunction|ActivityHandler|FunctionHandler)$/,
  },
  {
    name: 'Cloudflare Workers',
    trigger: 'http',
    defaultMethods: /^(fetch|scheduled|queue|email|tail|trace|connect|test)$/,
    registrars: /^(self\.|globalThis\.)?addEventListener$/,
    baseClasses: /^WorkerEntrypoint$/,
    exports: /^onRequest(Get|Post|Put|Patch|Delete|Head|Options)?$/,
    handlerTypes: /^(ExportedHandler\w*|PagesFunction)$/,
  },
  { name: 'Next.js', trigger: 'http', files: /(^|\/)app\/(.+\/)?route\.[cm]?[jt]sx?$/, exports: new RegExp(`^${HTTP_METHODS}$`) },
  { name: 'Next.js', trigger: 'http', files: /(^|\/)pages\/api\/.+\.[cm]?[jt]sx?$/, exports: /^(default|handler)$/ },
  { name: 'Next.js', trigger: 'page', files: /(^|\/)pages\/(?!api\/).+\.[jt]sx?$/, exports: /^(getServerSideProps|getInitialProps)$/ },
  { name: 'Next.js', trigger: 'http', files: /(^|\/)(middleware|proxy)\.[cm]?[jt]s$/, exports: /^(middleware|proxy|default)$/ },
  {
    name: 'Next.js', trigger: 'http',
    files: /(^|\/)app\/(.+\/)?(page|layout|template|default|not-found|opengraph-image|sitemap|robots)\.[jt]sx?$/,
    exports: /^(default|generateMetadata|generateStaticParams|generateViewport)$/,
  },
  { name: 'Next.js', trigger: 'http', handlerTypes: /^(NextApiHandler|NextMiddleware|GetServerSideProps)$/, eventTypes: /^(NextRequest|NextApiRequest|GetServerSidePropsContext)$/ },
  { name: 'Vercel', trigger: 'http', files: /(^|\/)api\/.+\.[cm]?[jt]s$/, exports: new RegExp(`^(default|fetch|${HTTP_METHODS})$`), eventTypes: /^(VercelRequest|NowRequest)$/, handlerTypes: /^VercelApiHandler$/ },
  {
    name: 'Netlify',
    trigger: 'http',
    files: /(^|\/)netlify\/(edge-)?functions\/.+\.[cm]?[jt]sx?$/,
    exports: /^(default|handler|onRequest)$/,
    handlerTypes: /^(BackgroundHandler|EdgeFunction|StreamingHandler)$/,
    eventTypes: /^HandlerEvent$/,
  },
  { name: 'Deno', trigger: 'http', registrars: /^(Deno\.(serve|cron)|serve|Deno\.listen)$/ },
  { name: 'Bun', trigger: 'http', registrars: /^Bun\.serve$/ },
  {
    name: 'SvelteKit',
    trigger: 'http',
    files: /(^|\/)(\+(server|page\.server|layout\.server|page|layout)|hooks\.server)\.[jt]s$/,
    exports: new RegExp(`^(load|actions|handle|handleFetch|handleError|reroute|fallback|${HTTP_METHODS})$`),
  },
  { name: 'SvelteKit', trigger: 'http', handlerTypes: /^(RequestHandler|PageServerLoad|LayoutServerLoad|Actions|Handle|HandleFetch|HandleServerError)$/ },
  {
    name: 'Remix',
    trigger: 'page',
    files: /(^|\/)app\/(routes|root|entry\.server)[/.].*\.?[jt]sx?$|(^|\/)routes\/.+\.tsx$/,
    exports: /^(loader|action|middleware|handleRequest|headers)$/,
  },
  { name: 'Remix', trigger: 'page', handlerTypes: /^(LoaderFunction|ActionFunction)$/, eventTypes: /^(LoaderFunctionArgs|ActionFunctionArgs|LoaderArgs|ActionArgs)$/ },
  {
    name: 'Nitro',
    trigger: 'http',
    registrars: /^(define)?(Lazy|Cached)?(E|e)ventHandler$|^define(Event|CachedEvent|WebSocket|Handler)\w*$|^defineTask$|^defineNitroPlugin$|^eventHandler$|^defineCachedFunction$/,
  },
  {
    name: 'Astro',
    trigger: 'http',
    files: /(^|\/)src\/(pages\/.+|middleware)\.[jt]s$/,
    exports: new RegExp(`^(onRequest|${HTTP_METHODS})$`),
    handlerTypes: /^(APIRoute|MiddlewareHandler)$/,
    registrars: /^(defineMiddleware|defineAction)$/,
  },
  { name: 'SolidStart', trigger: 'http', files: /(^|\/)src\/routes\/.+\.[jt]sx?$/, exports: new RegExp(`^${HTTP_METHODS}$`), eventTypes: /^APIEvent$/ },
  { name: 'Hono', trigger: 'http', routers: /^(Hono|OpenAPIHono)$/, registrars: /^(createMiddleware|factory\.createHandlers|factory\.createMiddleware)$/ },
  { name: 'Express', trigger: 'http', routers: /^(express|Router|express\.Router|jsonServer\.create)$/, handlerTypes: /^(RequestHandler|ErrorRequestHandler|Express\.RequestHandler|express\.RequestHandler)$/ },
  { name: 'Fastify', trigger: 'http', routers: /^(fastify|Fastify)$/, handlerTypes: /^(FastifyPluginAsync|FastifyPluginCallback|FastifyPluginAsyncTypebox|RouteHandlerMethod)$/, eventTypes: /^(FastifyRequest|FastifyInstance)$/ },
  { name: 'Koa', trigger: 'http', routers: /^(Koa|KoaRouter|koaRouter)$/ },
  { name: 'Elysia', trigger: 'http', routers: /^Elysia$/ },
  { name: 'itty-router', trigger: 'http', routers: /^(AutoRouter|IttyRouter|OpenAPIRouter|ThrowableRouter)$/ },
  { name: 'Polka', trigger: 'http', routers: /^(polka|restana|tinyhttp|App)$/ },
  { name: 'tRPC', trigger: 'rpc', registrars: /(^|[.)])(query|mutation|subscription)$/ },
  { name: 'NestJS', trigger: 'http', decorators: /^(Injectable|Controller|Resolver|WebSocketGateway|Processor|Catch|EventSubscriber)$/ },
  { name: 'TypeDI', trigger: 'rpc', decorators: /^(Service|singleton|injectable|Singleton|JsonController|provide|Provide)$/ },
  { name: 'GraphQL', trigger: 'rpc', routers: /^(ApolloServer|GraphQLServer)$/, registrars: /^(createYoga|createSchema|makeExecutableSchema|queryField|mutationField|builder\.\w+|t\.field)$/ },
  { name: 'AppSync', trigger: 'rpc', routers: /^(AppSyncGraphQLResolver|AppSyncEventsResolver|BedrockAgentFunctionResolver)$/ },
  { name: 'Slack Bolt', trigger: 'chat', routers: /^(App|Bolt\.App|bolt\.App|SlackApp|SlackEdgeApp)$/ },
  { name: 'Telegram', trigger: 'chat', routers: /^(Telegraf|Bot|Composer|TelegramBot|Scenes\.\w+)$/ },
  { name: 'Discord', trigger: 'chat', routers: /^(SlashCreator|InteractionHandler|DiscordHono)$/ },
  { name: 'LINE', trigger: 'chat', registrars: /^(line\.)?middleware$/, from: /^@line\/bot-sdk$/ },
  { name: 'Inngest', trigger: 'job', registrars: /(^|\.)createFunction$/ },
  { name: 'Trigger.dev', trigger: 'job', registrars: /^(task|schedules\.task|schemaTask|client\.defineJob)$/ },
  { name: 'Temporal', trigger: 'job', registrars: /^Worker\.create$/ },
  { name: 'Alexa', trigger: 'chat', registrars: /(^|\.)(addRequestHandlers|addErrorHandlers|addRequestInterceptors|registerHandlers)$/ },
  { name: 'Fastly', trigger: 'http', registrars: /^addEventListener$/ },
  { name: 'Akamai', trigger: 'http', exports: /^(onClientRequest|onOriginRequest|onOriginResponse|onClientResponse|responseProvider)$/ },
  { name: 'OpenFaaS', trigger: 'http', files: /(^|\/)handler\.[cm]?js$/, exports: /^default$/ },
  { name: 'Alibaba Cloud', trigger: 'event', exports: /^(initializer|preStop)$/ },
  { name: 'MCP', trigger: 'rpc', routers: /^(McpServer|FastMCP)$/, registrars: /^(createMcpHandler|tool|server\.(tool|registerTool|setRequestHandler))$/ },
  { name: 'Probot', trigger: 'event', eventTypes: /^Probot$/, routers: /^Probot$/ },
  { name: 'Vercel Queues', trigger: 'queue', registrars: /^handleCallback$/ },
];

/** Classes whose state their runtime owns or persists: fields are not invocation state. */
export const ACTOR_BASES =
  /^(DurableObject|Server|Agent|AIChatAgent|McpAgent|WorkflowEntrypoint|Container|Sandbox|PartyServer|YServer|Room|Workflow|Actor|VirtualObject|GrainBase|Entity)$/;
export const ACTOR_INTERFACES = /^(DurableObject|Party\.Server|PartyServer|PartyKitServer)$/;
export const ACTOR_PARAMETERS = /^(DurableObjectState|Party\.Room|PartyKitRoom)$/;

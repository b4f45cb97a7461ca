/**
 * The platforms that run handlers, as data. Adding a platform is adding an entry here, and nothing else.
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

const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const EVENT_CONTEXT = ['request', 'context', 'platform'] as const;
const REQUEST_RESPONSE = ['request', 'platform', 'platform', 'platform'] as const;
const REQUEST_ENV_CONTEXT = ['request', 'platform', 'context'] as const;
const REQUEST_CONTEXT = ['request', 'context'] as const;
const CONTEXT_NEXT = ['request', 'platform'] as const;
const RESOLVER = ['request', 'request', 'context', 'platform'] as const;

const EVENT = /^_*(event|evt|ev|e)$/;
const CONTEXT = /^_*(context|ctx)$/;
const REQUEST = /^_*(req|request)$/;
const RESPONSE = /^_*(res|resp|response|reply)$/;
const CALLBACK = /^_*(callback|cb|done)$/;

const PROCEDURE = /proc(edure)?$/i;
const SCHEMA_BUILDER = /^(t|builder|schemaBuilder)$/;

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'AWS Lambda',
    forms: [
      { trigger: 'event', exports: ['handler', 'lambdaHandler', 'lambda_handler'], parameters: EVENT_CONTEXT },
      // Names that functions of other kinds have too: what the parameter is called decides.
      { trigger: 'event', exports: ['main'], signature: [EVENT], parameters: EVENT_CONTEXT },
      { trigger: 'event', exports: ['*Handler'], signature: [/^_*(event|evt|ev|input|payload|message|records?)$/], parameters: EVENT_CONTEXT },
      { trigger: 'event', signature: [EVENT, CONTEXT], parameters: EVENT_CONTEXT },
      { trigger: 'event', types: ['Handler', 'Callback'], from: ['aws-lambda', '@types/aws-lambda'], parameters: EVENT_CONTEXT },
      {
        trigger: 'http',
        triggerName: 'API Gateway',
        types: ['APIGatewayProxyHandler*', 'APIGatewayProxyWith*', 'ProxyHandler', 'StreamifyHandler'],
        eventTypes: ['APIGatewayProxyEvent*', 'APIGatewayEvent'],
        parameters: EVENT_CONTEXT,
      },
      { trigger: 'socket', triggerName: 'API Gateway', types: ['APIGatewayProxyWebsocketHandlerV2'], eventTypes: ['APIGatewayProxyWebsocketEvent*'], parameters: EVENT_CONTEXT },
      { trigger: 'http', triggerName: 'function URL', types: ['LambdaFunctionURLHandler*'], eventTypes: ['LambdaFunctionURLEvent*'], parameters: EVENT_CONTEXT },
      { trigger: 'http', triggerName: 'ALB', types: ['ALBHandler'], eventTypes: ['ALBEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'http', triggerName: 'CloudFront', types: ['CloudFront*Handler'], eventTypes: ['CloudFront*Event'], parameters: EVENT_CONTEXT },
      {
        trigger: 'auth',
        triggerName: 'authorizer',
        types: ['APIGateway*Authorizer*Handler*', 'APIGatewayRequestIAMAuthorizer*', 'CustomAuthorizerHandler', 'AppSyncAuthorizerHandler', 'IoTCustomAuthorizerHandler', 'TransferFamilyAuthorizerHandler'],
        eventTypes: ['APIGateway*AuthorizerEvent*', 'CustomAuthorizerEvent', 'AppSyncAuthorizerEvent', 'IoTCustomAuthorizerEvent', 'TransferFamilyAuthorizerEvent'],
        parameters: EVENT_CONTEXT,
      },
      { trigger: 'auth', triggerName: 'Cognito', types: ['*TriggerHandler'], eventTypes: ['*TriggerEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'queue', triggerName: 'SQS', types: ['SQSHandler'], eventTypes: ['SQSEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'queue', triggerName: 'SNS', types: ['SNSHandler'], eventTypes: ['SNSEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'event', triggerName: 'EventBridge', types: ['EventBridgeHandler', 'S3NotificationEventBridgeHandler'], eventTypes: ['EventBridgeEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'schedule', triggerName: 'EventBridge', types: ['ScheduledHandler'], eventTypes: ['ScheduledEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'storage', triggerName: 'S3', types: ['S3Handler', 'S3BatchHandler'], eventTypes: ['S3Event', 'S3BatchEvent', 'S3Notification*'], parameters: EVENT_CONTEXT },
      { trigger: 'database', triggerName: 'DynamoDB', types: ['DynamoDBStreamHandler'], eventTypes: ['DynamoDBStreamEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'stream', triggerName: 'Kinesis', types: ['KinesisStream*Handler', 'FirehoseTransformationHandler'], eventTypes: ['KinesisStream*Event', 'FirehoseTransformationEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'stream', triggerName: 'Kafka', types: ['MSKHandler', 'SelfManagedKafkaHandler'], eventTypes: ['MSKEvent', 'SelfManagedKafkaEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'email', triggerName: 'SES', types: ['SESHandler'], eventTypes: ['SESEvent'], parameters: EVENT_CONTEXT },
      { trigger: 'chat', triggerName: 'Lex', types: ['Lex*Handler'], eventTypes: ['Lex*Event'], parameters: EVENT_CONTEXT },
      { trigger: 'rpc', triggerName: 'AppSync', types: ['AppSync*ResolverHandler', 'AmplifyGraphQlResolverHandler'], eventTypes: ['AppSyncResolverEvent', 'AmplifyGraphQlResolverEvent'], parameters: EVENT_CONTEXT },
      {
        trigger: 'event',
        types: ['AutoScaling*Handler', 'CdkCustomResource*Handler', 'CloudFormationCustomResourceHandler', 'CloudWatch*Handler', 'Code*Handler', 'ConnectContactFlowHandler', 'IoTHandler', 'IoTPreProvisioningHookHandler', 'SecretsManagerRotationHandler'],
        eventTypes: ['AutoScaling*Event', 'CdkCustomResource*Event', 'CloudFormationCustomResource*Event', 'CloudWatch*Event', 'CodePipeline*Event', 'ConnectContactFlowEvent', 'IoT*Event', 'SecretsManagerRotationEvent', 'GuardDuty*Event'],
        parameters: EVENT_CONTEXT,
      },
      { trigger: 'event', calls: ['handler'], from: ['@middy/core', 'middy'], parameters: EVENT_CONTEXT },
      { trigger: 'http', triggerName: 'response streaming', calls: ['streamifyResponse'], parameters: ['request', 'platform', 'context'] },
      { trigger: 'event', calls: ['AWSLambda.wrapHandler', 'wrapHandler'], from: ['@sentry/', '@dazn/lambda-powertools-'], parameters: EVENT_CONTEXT },
      { trigger: 'event', calls: ['makeIdempotent'], from: ['@aws-lambda-powertools/'], parameters: EVENT_CONTEXT },
      { trigger: 'event', calls: ['datadog', 'datadog.datadog'], from: ['datadog-lambda-js'], parameters: EVENT_CONTEXT },
      { trigger: 'event', calls: ['default.trace', 'trace', 'lambdaWrapper', 'setLambdaHandler', 'instrumentHandler'], from: ['@lumigo/tracer', 'epsagon', 'newrelic', '@thundra/core'], parameters: EVENT_CONTEXT },
      { trigger: 'queue', triggerName: 'batch record', calls: ['processPartialResponse', 'processPartialResponseSync'], from: ['@aws-lambda-powertools/batch'], parameters: ['request', 'context'] },
      { trigger: 'http', triggerName: 'API Gateway', routers: ['Router'], from: ['@aws-lambda-powertools/event-handler'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'API Gateway', calls: ['ApiHandler', 'AuthHandler'], from: ['sst/'], parameters: EVENT_CONTEXT },
      { trigger: 'event', calls: ['bus.subscriber', 'queue.subscriber', 'topic.subscriber'], from: ['sst/'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'API Gateway', calls: ['http', 'http.async'], from: ['@architect/functions'], parameters: CONTEXT_NEXT },
      { trigger: 'queue', calls: ['events.subscribe', 'queues.subscribe', 'tables.streams.subscribe'], from: ['@architect/functions'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'AppSync',
    forms: [
      { trigger: 'rpc', routers: ['AppSyncGraphQLResolver', 'AppSyncEventsResolver', 'BedrockAgentFunctionResolver'], parameters: ['request', 'context'] },
      { trigger: 'rpc', exports: ['request', 'response'], beside: ['@aws-appsync/utils'], parameters: ['request'] },
    ],
  },
  {
    name: 'Twilio',
    forms: [{ trigger: 'event', exports: ['handler'], signature: [CONTEXT, EVENT, CALLBACK], parameters: ['platform', 'request', 'platform'] }],
  },
  {
    name: 'OpenWhisk',
    forms: [{ trigger: 'event', exports: ['main'], topLevel: ['main'], signature: [/^_*(params|parameters|args)$/], parameters: EVENT_CONTEXT }],
  },
  {
    name: 'Tencent Cloud',
    forms: [
      { trigger: 'event', exports: ['main_handler'], parameters: EVENT_CONTEXT },
      { trigger: 'event', exports: ['main'], beside: ['wx-server-sdk', '@cloudbase/node-sdk', 'tcb-admin-node'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Google Cloud Functions',
    forms: [
      { trigger: 'http', calls: ['http'], from: ['@google-cloud/functions-framework'], types: ['HttpFunction'], parameters: REQUEST_RESPONSE },
      { trigger: 'event', calls: ['cloudEvent'], from: ['@google-cloud/functions-framework'], types: ['CloudEventFunction*', 'EventFunction*'], parameters: EVENT_CONTEXT },
      { trigger: 'rpc', calls: ['typed'], from: ['@google-cloud/functions-framework'], types: ['TypedFunction'], parameters: ['request'] },
      { trigger: 'event', signature: [/^_*(message|pubsubMessage|pubSubEvent|cloudEvent|gcsEvent|file|data)$/i, CONTEXT], parameters: EVENT_CONTEXT },
      { trigger: 'event', signature: [/^_*cloudEvent$/i], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Firebase',
    forms: [
      { trigger: 'http', calls: ['onRequest'], from: ['firebase-functions'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', calls: ['https.onRequest'], parameters: REQUEST_RESPONSE },
      { trigger: 'rpc', calls: ['onCall', 'onCallGenkit'], from: ['firebase-functions'], parameters: ['request', 'context'] },
      { trigger: 'rpc', calls: ['https.onCall'], parameters: ['request', 'context'] },
      { trigger: 'schedule', calls: ['onSchedule', 'schedule.onRun', 'timeZone.onRun', 'retryConfig.onRun'], parameters: ['request'] },
      { trigger: 'job', triggerName: 'Cloud Tasks', calls: ['onTaskDispatched', 'taskQueue.onDispatch'], parameters: ['request', 'context'] },
      { trigger: 'queue', triggerName: 'Pub/Sub', calls: ['onMessagePublished', 'topic.onPublish'], parameters: ['request', 'context'] },
      { trigger: 'event', triggerName: 'Eventarc', calls: ['onCustomEventPublished'], parameters: ['request'] },
      { trigger: 'event', triggerName: 'alerts', calls: ['onAlertPublished', 'onNewAnrIssuePublished', 'onNewFatalIssuePublished', 'onNewNonfatalIssuePublished', 'onNewTesterIosDevicePublished', 'onInAppFeedbackPublished', 'onPlanAutomatedUpdatePublished', 'onPlanUpdatePublished', 'onRegressionAlertPublished', 'onStabilityDigestPublished', 'onThresholdAlertPublished', 'onVelocityAlertPublished'], parameters: ['request'] },
      { trigger: 'storage', calls: ['onObjectArchived', 'onObjectDeleted', 'onObjectFinalized', 'onObjectMetadataUpdated', 'object.onArchive', 'object.onDelete', 'object.onFinalize', 'object.onMetadataUpdate'], parameters: ['request', 'context'] },
      { trigger: 'database', triggerName: 'Firestore', calls: ['onDocumentCreated*', 'onDocumentDeleted*', 'onDocumentUpdated*', 'onDocumentWritten*', 'document.onCreate', 'document.onUpdate', 'document.onDelete', 'document.onWrite'], parameters: ['request', 'context'] },
      { trigger: 'database', triggerName: 'Realtime Database', calls: ['onValueCreated', 'onValueDeleted', 'onValueUpdated', 'onValueWritten', 'ref.onCreate', 'ref.onUpdate', 'ref.onDelete', 'ref.onWrite'], parameters: ['request', 'context'] },
      { trigger: 'auth', calls: ['beforeUserCreated', 'beforeUserSignedIn', 'beforeEmailSent', 'beforeSmsSent', 'user.onCreate', 'user.onDelete', 'user.beforeCreate', 'user.beforeSignIn'], parameters: ['request', 'context'] },
      { trigger: 'event', calls: ['onConfigUpdated', 'onTestMatrixCompleted', 'remoteConfig.onUpdate', 'testMatrix.onComplete', 'event.onLog'], parameters: ['request', 'context'] },
    ],
  },
  {
    name: 'Azure Functions',
    forms: [
      { trigger: 'http', calls: ['app.http', 'app.get', 'app.post', 'app.put', 'app.patch', 'app.deleteRequest'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'http', types: ['HttpHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'http', eventTypes: ['HttpRequest'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'schedule', calls: ['app.timer'], types: ['TimerHandler'], eventTypes: ['Timer'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'storage', triggerName: 'Blob Storage', calls: ['app.storageBlob'], types: ['StorageBlobHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'queue', triggerName: 'Storage Queue', calls: ['app.storageQueue'], types: ['StorageQueueHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'queue', triggerName: 'Service Bus', calls: ['app.serviceBusQueue', 'app.serviceBusTopic'], types: ['ServiceBusQueueHandler', 'ServiceBusTopicHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'stream', triggerName: 'Event Hubs', calls: ['app.eventHub'], types: ['EventHubHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'event', triggerName: 'Event Grid', calls: ['app.eventGrid'], types: ['EventGridHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'database', triggerName: 'Cosmos DB', calls: ['app.cosmosDB'], types: ['CosmosDBHandler', 'CosmosDBv3Handler', 'CosmosDBv4Handler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'database', triggerName: 'SQL', calls: ['app.sql', 'app.mySql'], types: ['SqlHandler', 'MySqlHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'socket', triggerName: 'Web PubSub', calls: ['app.webPubSub'], types: ['WebPubSubHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'rpc', triggerName: 'MCP', calls: ['app.mcpTool', 'app.mcpPrompt', 'app.mcpResource'], types: ['Mcp*Handler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'event', calls: ['app.generic', 'app.connectorTrigger', 'app.hook.preInvocation', 'app.hook.postInvocation'], types: ['FunctionHandler', 'ConnectorTriggerHandler'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'event', calls: ['app.warmup', 'app.hook.appStart', 'app.hook.appTerminate'], from: ['@azure/functions'], isSetUp: true },
      { trigger: 'job', triggerName: 'Durable Functions', calls: ['app.activity', 'app.entity', 'client.http', 'client.timer', 'client.storageBlob', 'client.storageQueue', 'client.serviceBusQueue', 'client.serviceBusTopic', 'client.eventHub', 'client.eventGrid', 'client.cosmosDB', 'client.generic'], types: ['ActivityHandler', 'EntityHandler', 'DurableClientHandler'], from: ['durable-functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'event', eventTypes: ['InvocationContext'], from: ['@azure/functions'], parameters: REQUEST_CONTEXT },
      { trigger: 'event', types: ['AzureFunction'], from: ['@azure/functions'], parameters: ['context', 'request'] },
      { trigger: 'event', exports: ['default', 'run'], signature: [CONTEXT, /^_*(req|request|my\w+|\w*(timer|message|blob|item|event|queue|document)\w*)$/i], parameters: ['context', 'request'] },
      { trigger: 'event', exports: ['default'], signature: [/^_*context$/], files: /(^|\/)index\.[jt]s$/, parameters: ['context'] },
    ],
  },
  {
    name: 'Bun',
    forms: [
      { trigger: 'http', calls: ['Bun.serve'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['serve'], from: ['bun'], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Cloudflare Workers',
    forms: [
      { trigger: 'http', members: ['fetch', 'connect'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'schedule', members: ['scheduled'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'queue', members: ['queue'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'email', members: ['email'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'event', members: ['tail', 'trace', 'test'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'http', calls: ['addEventListener'], events: ['fetch'], parameters: ['request'] },
      { trigger: 'schedule', calls: ['addEventListener'], events: ['scheduled'], parameters: ['request'] },
      { trigger: 'rpc', bases: ['WorkerEntrypoint'], parameters: ['request', 'request', 'request', 'request'] },
      { trigger: 'http', types: ['ExportedHandlerFetchHandler'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'schedule', types: ['ExportedHandlerScheduledHandler'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'queue', types: ['ExportedHandlerQueueHandler'], parameters: REQUEST_ENV_CONTEXT },
      { trigger: 'http', types: ['PagesFunction'], parameters: ['request'] },
      { trigger: 'http', exports: ['onRequest', 'onRequestGet', 'onRequestPost', 'onRequestPut', 'onRequestPatch', 'onRequestDelete', 'onRequestHead', 'onRequestOptions'], parameters: ['request'] },
    ],
  },
  {
    name: 'Fastly',
    forms: [{ trigger: 'http', calls: ['addEventListener'], events: ['fetch'], beside: ['fastly:', '@fastly/'], parameters: ['request'] }],
  },
  {
    name: 'Akamai',
    forms: [{ trigger: 'http', exports: ['onClientRequest', 'onBotSegmentAvailable', 'onOriginRequest', 'onOriginResponse', 'onClientResponse', 'responseProvider'], parameters: ['request', 'request'] }],
  },
  {
    name: 'Next.js',
    forms: [
      { trigger: 'http', files: /(^|\/)app\/(.+\/)?route\.[cm]?[jt]sx?$/, exports: HTTP_METHODS, parameters: ['request', 'request'] },
      { trigger: 'http', files: /(^|\/)pages\/api\/.+\.[cm]?[jt]sx?$/, exports: ['default', 'handler'], parameters: REQUEST_RESPONSE },
      { trigger: 'page', files: /(^|\/)pages\/(?!api\/).+\.[jt]sx?$/, exports: ['getServerSideProps', 'getStaticProps', 'getInitialProps'], parameters: ['request'] },
      { trigger: 'http', files: /^(.*\/)?(?<!components\/|lib\/|utils\/|routes\/)(middleware|proxy)\.[cm]?[jt]s$/, exports: ['middleware', 'proxy', 'default'], parameters: ['request', 'platform'] },
      { trigger: 'page', files: /(^|\/)app\/(.+\/)?(page|layout|template|default|not-found)\.[jt]sx?$/, exports: ['default', 'generateMetadata', 'generateViewport', 'generateStaticParams'], parameters: ['request', 'request'] },
      { trigger: 'http', files: /(^|\/)app\/(.+\/)?(opengraph-image|twitter-image|icon|apple-icon|sitemap|robots|manifest)\.[jt]sx?$/, exports: ['default', 'generateSitemaps', 'generateImageMetadata'], parameters: ['request', 'request'] },
      { trigger: 'http', files: /^(src\/|.*\/)?instrumentation\.[jt]s$/, exports: ['onRequestError'], parameters: ['error', 'request', 'request'] },
      { trigger: 'http', types: ['NextApiHandler'], eventTypes: ['NextApiRequest'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', types: ['NextMiddleware', 'NextProxy'], eventTypes: ['NextRequest'], parameters: ['request', 'request'] },
      { trigger: 'page', types: ['GetServerSideProps'], eventTypes: ['GetServerSidePropsContext'], parameters: ['request'] },
      { trigger: 'http', routers: ['default', 'nc', 'nextConnect', 'createRouter', 'createEdgeRouter'], from: ['next-connect'], parameters: REQUEST_RESPONSE },
      { trigger: 'rpc', calls: ['action', 'stateAction'], on: /(action|safe)\w*client$/i, parameters: ['request'] },
    ],
  },
  {
    name: 'Vercel',
    forms: [
      // Only an `api` folder at the root of a deployed project is Vercel's own; source folders of that name are clients more often. What stands
      // in its folders of helpers is called by its functions.
      { trigger: 'http', files: /^(.*\/)?(?<!(src|app|pages|server|client|frontend|lib|libs|components|functions|routes|services|shared|utils|common|core|modules|cdk|infra)\/)api\/(?!(.*\/)?(_[^/]*|shared|libs?|utils|helpers)\/).+\.[cm]?[jt]s$/, exports: ['default', 'fetch', ...HTTP_METHODS], members: ['fetch'], parameters: ['request', 'platform'] },
      { trigger: 'http', types: ['VercelApiHandler', 'NowApiHandler'], eventTypes: ['VercelRequest', 'NowRequest'], parameters: REQUEST_RESPONSE },
      { trigger: 'queue', triggerName: 'Vercel Queues', calls: ['handleCallback'], from: ['@vercel/queue'], parameters: ['request', 'context'] },
    ],
  },
  {
    name: 'Upstash',
    forms: [
      { trigger: 'queue', triggerName: 'QStash', calls: ['verifySignature', 'verifySignatureEdge', 'verifySignatureAppRouter', 'verifySignatureSolidjs', 'verifySignatureH3', 'verifySignatureSvelte'], parameters: ['request', 'platform'] },
      { trigger: 'job', triggerName: 'Upstash Workflow', calls: ['serve', 'createWorkflow'], from: ['@upstash/workflow', '@upstash/qstash'], parameters: ['request'] },
    ],
  },
  {
    name: 'Netlify',
    forms: [
      { trigger: 'job', triggerName: 'background function', files: /(^|\/)netlify\/functions\/.+-background(\/index)?\.[cm]?[jt]sx?$/, exports: ['default', 'handler'], parameters: EVENT_CONTEXT },
      { trigger: 'http', files: /(^|\/)netlify\/(edge-)?functions\/.+\.[cm]?[jt]sx?$/, exports: ['default', 'onRequest'], members: ['fetch'], parameters: REQUEST_CONTEXT },
      { trigger: 'http', files: /(^|\/)netlify\/functions\/.+\.[cm]?[jt]sx?$/, exports: ['handler'], parameters: EVENT_CONTEXT },
      { trigger: 'http', types: ['Handler', 'StreamingHandler'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      { trigger: 'http', types: ['EdgeFunction'], from: ['@netlify/edge-functions', 'netlify:', 'https://edge.netlify.com'], parameters: REQUEST_CONTEXT },
      { trigger: 'job', triggerName: 'background function', types: ['BackgroundHandler'], parameters: EVENT_CONTEXT },
      { trigger: 'http', eventTypes: ['HandlerEvent'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      { trigger: 'http', eventTypes: ['Context'], from: ['@netlify/functions', '@netlify/edge-functions', 'netlify:', 'https://edge.netlify.com'], parameters: REQUEST_CONTEXT },
      { trigger: 'schedule', calls: ['schedule'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      { trigger: 'http', calls: ['builder', 'stream'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Supabase',
    forms: [{ trigger: 'http', calls: ['Deno.serve', 'serve'], files: /(^|\/)supabase\/functions\//, parameters: ['request', 'platform'] }],
  },
  {
    name: 'Deno',
    forms: [
      { trigger: 'http', calls: ['Deno.serve'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['serve', 'serveListener'], from: ['std', '@std/http'], parameters: ['request', 'platform'] },
      { trigger: 'schedule', calls: ['Deno.cron'] },
      { trigger: 'queue', calls: ['listenQueue'], parameters: ['request'] },
      { trigger: 'http', types: ['Deno.ServeHandler', 'Deno.ServeDefaultExport'], parameters: ['request', 'platform'] },
      { trigger: 'http', routers: ['Application', 'Router'], from: ['oak', '@oak/oak'], parameters: CONTEXT_NEXT },
      { trigger: 'http', types: ['Handlers', 'Handler', 'MiddlewareHandler'], from: ['$fresh', 'fresh', '@fresh/core'], parameters: REQUEST_CONTEXT },
      { trigger: 'http', calls: ['define.handlers', 'define.middleware', 'define.page'], parameters: ['request'] },
      { trigger: 'http', routers: ['App'], from: ['fresh', '@fresh/core'], parameters: ['request'] },
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
      { trigger: 'http', types: ['Handle', 'HandleFetch', 'HandleServerError', 'Reroute'], from: ['@sveltejs/kit'], parameters: ['request'] },
      { trigger: 'page', types: ['PageServerLoad', 'LayoutServerLoad', 'ServerLoad'], parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'form action', types: ['Actions', 'Action'], from: ['./$types', '@sveltejs/kit'], parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'remote function', calls: ['query', 'query.batch', 'form', 'command'], from: ['$app/server'], parameters: ['request'] },
    ],
  },
  {
    name: 'Remix',
    forms: [
      { trigger: 'page', files: /(^|\/)app\/.+\.[jt]sx?$|(^|\/)routes\/.+\.tsx$/, exports: ['loader'], parameters: ['request'] },
      { trigger: 'rpc', files: /(^|\/)app\/.+\.[jt]sx?$|(^|\/)routes\/.+\.tsx$/, exports: ['action'], parameters: ['request'] },
      { trigger: 'http', files: /(^|\/)app\/(routes|root)[/.].*[jt]sx?$/, exports: ['middleware', 'unstable_middleware', 'headers'], parameters: ['request', 'platform'] },
      { trigger: 'page', files: /(^|\/)app\/entry\.server\.[jt]sx?$/, exports: ['default', 'handleRequest', 'handleDataRequest', 'handleError'], parameters: ['request'] },
      { trigger: 'page', types: ['LoaderFunction', 'Route.LoaderFunction'], eventTypes: ['LoaderFunctionArgs', 'LoaderArgs', 'Route.LoaderArgs', 'DataFunctionArgs'], parameters: ['request'] },
      { trigger: 'rpc', types: ['ActionFunction'], eventTypes: ['ActionFunctionArgs', 'ActionArgs', 'Route.ActionArgs'], parameters: ['request'] },
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
      { trigger: 'http', calls: ['eventHandler', 'defineEventHandler', 'cachedEventHandler', 'defineCachedEventHandler', 'defineRequestMiddleware', 'defineResponseMiddleware', 'defineNitroErrorHandler'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['defineHandler', 'defineCachedHandler', 'defineMiddleware', 'defineNodeHandler', 'defineNodeMiddleware', 'fromNodeMiddleware', 'fromNodeHandler', 'defineRoute', 'defineJsonRpcHandler', 'onRequest', 'onResponse', 'onError'], from: ['h3', 'nitro', 'nitro/h3', 'nitropack'], parameters: ['request', 'platform'] },
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
      { trigger: 'http', types: ['APIHandler'], eventTypes: ['APIEvent'], from: ['@solidjs/start', 'solid-start'], parameters: ['request'] },
      { trigger: 'http', calls: ['createMiddleware'], from: ['@solidjs/start'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['server$', 'createServerData$', 'createServerAction$'], from: ['solid-start'], parameters: ['request'] },
    ],
  },
  {
    name: 'Qwik City',
    forms: [
      { trigger: 'http', exports: ['onGet', 'onPost', 'onPut', 'onPatch', 'onDelete', 'onRequest'], beside: ['@builder.io/qwik-city', '@qwik.dev/router'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['routeLoader$', 'routeAction$', 'globalAction$', 'server$'], parameters: ['request', 'request'] },
    ],
  },
  {
    name: 'Hono',
    forms: [
      { trigger: 'http', routers: ['Hono', 'OpenAPIHono', 'createApp'], from: ['hono', '@hono/', 'chanfana'], parameters: CONTEXT_NEXT },
      { trigger: 'http', calls: ['factory.createHandlers', 'factory.createMiddleware', 'createFactory.createHandlers', 'createFactory.createMiddleware'], parameters: CONTEXT_NEXT },
      { trigger: 'http', calls: ['createMiddleware'], from: ['hono'], parameters: CONTEXT_NEXT },
      { trigger: 'http', types: ['Handler', 'MiddlewareHandler', 'ErrorHandler', 'NotFoundHandler', 'RouteHandler', 'AppRouteHandler'], from: ['hono', '@hono/'], parameters: CONTEXT_NEXT },
      { trigger: 'http', eventTypes: ['Context'], from: ['hono'], parameters: CONTEXT_NEXT },
    ],
  },
  {
    name: 'Express',
    forms: [
      { trigger: 'http', routers: ['default', 'express', 'Router'], from: ['express', 'express-promise-router', 'json-server', 'connect', 'ultimate-express', 'hyper-express'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', types: ['RequestHandler', 'ErrorRequestHandler', 'Handler', 'NextHandleFunction'], from: ['express', 'express-serve-static-core', 'connect'], parameters: REQUEST_RESPONSE },
    ],
  },
  {
    name: 'Fastify',
    forms: [
      { trigger: 'http', routers: ['default', 'fastify', 'Fastify'], from: ['fastify'], groups: ['register', 'after'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', types: ['RouteHandlerMethod', 'RouteHandler', 'RouteOptions', 'RouteShorthandOptionsWithHandler', 'preHandlerHookHandler', 'preHandlerAsyncHookHandler', 'onRequestHookHandler', 'onRequestAsyncHookHandler', 'preValidationHookHandler'], from: ['fastify'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', eventTypes: ['FastifyRequest'], parameters: REQUEST_RESPONSE },
      { trigger: 'http', types: ['FastifyPluginAsync*', 'FastifyPluginCallback*', 'FastifyPlugin*'], eventTypes: ['FastifyInstance'], isSetUp: true },
      { trigger: 'http', calls: ['default'], from: ['fastify-plugin'], isSetUp: true },
    ],
  },
  {
    name: 'Koa',
    forms: [
      { trigger: 'http', routers: ['default', 'Koa', 'Router'], from: ['koa', 'koa-router', '@koa/router', '@midwayjs/koa'], parameters: CONTEXT_NEXT },
      { trigger: 'http', types: ['Middleware', 'Koa.Middleware', 'Router.Middleware'], from: ['koa', '@koa/router', 'koa-router'], parameters: CONTEXT_NEXT },
    ],
  },
  {
    name: 'Elysia',
    forms: [{ trigger: 'http', routers: ['default', 'Elysia'], from: ['elysia'], groups: ['group', 'guard', 'use'], parameters: ['request', 'platform'] }],
  },
  {
    name: 'itty-router',
    forms: [
      { trigger: 'http', routers: ['Router', 'AutoRouter', 'IttyRouter', 'ThrowableRouter', 'OpenAPIRouter'], from: ['itty-router', 'itty-router-extras', '@cloudflare/itty-router-openapi'], parameters: REQUEST_ENV_CONTEXT },
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
    forms: [{ trigger: 'http', routers: ['server', 'Server', 'default.server'], from: ['@hapi/hapi', 'hapi'], methods: ['route', 'ext', 'method'], parameters: ['request', 'platform'] }],
  },
  {
    name: 'restify',
    forms: [{ trigger: 'http', routers: ['createServer'], from: ['restify'], parameters: REQUEST_RESPONSE }],
  },
  {
    name: 'Node.js',
    forms: [
      { trigger: 'http', routers: ['createServer', 'Server'], from: ['http', 'https', 'http2', 'node:http', 'node:https', 'node:http2'], methods: [], parameters: REQUEST_RESPONSE },
      { trigger: 'http', calls: ['serve'], from: ['@hono/node-server'], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Socket.IO',
    forms: [{ trigger: 'socket', routers: ['Server', 'default'], from: ['socket.io'], methods: ['on', 'of', 'use'], parameters: ['request', 'platform'] }],
  },
  {
    name: 'ws',
    forms: [{ trigger: 'socket', routers: ['WebSocketServer', 'WebSocket.Server', 'Server'], from: ['ws'], methods: ['on'], parameters: ['request', 'request'] }],
  },
  {
    name: 'tRPC',
    forms: [
      { trigger: 'rpc', calls: ['query', 'mutation', 'subscription'], on: PROCEDURE, parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['use', 'concat'], on: PROCEDURE, parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['t.middleware', 'trpc.middleware'], parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['middleware'], from: ['@trpc/server'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'context', exports: ['createContext', 'createTRPCContext'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'adapter', calls: ['awsLambdaRequestHandler', 'fetchRequestHandler', 'createExpressMiddleware', 'createNextApiHandler', 'createHTTPServer', 'createHTTPHandler', 'nodeHTTPRequestHandler'], from: ['@trpc/server/'], parameters: ['request'] },
    ],
  },
  {
    name: 'oRPC',
    forms: [{ trigger: 'rpc', calls: ['handler'], from: ['@orpc/server'], parameters: ['request'] }],
  },
  {
    name: 'NestJS',
    forms: [
      { trigger: 'http', decorators: ['Controller'], from: ['@nestjs/'] },
      { trigger: 'rpc', decorators: ['Resolver'], from: ['@nestjs/'] },
      { trigger: 'socket', decorators: ['WebSocketGateway'], from: ['@nestjs/'] },
      { trigger: 'queue', decorators: ['Processor'], from: ['@nestjs/'] },
      { trigger: 'schedule', methodDecorators: ['Cron', 'Interval', 'Timeout'], from: ['@nestjs/'] },
      { trigger: 'queue', methodDecorators: ['EventPattern', 'MessagePattern', 'Process', 'SqsMessageHandler', 'RabbitSubscribe'], parameters: ['request', 'context'] },
      { trigger: 'event', methodDecorators: ['OnEvent'], from: ['@nestjs/'], parameters: ['request'] },
      { trigger: 'socket', methodDecorators: ['SubscribeMessage'], from: ['@nestjs/'] },
      { trigger: 'call', decorators: ['Injectable', 'Catch', 'EventsHandler', 'CommandHandler', 'QueryHandler'], from: ['@nestjs/'] },
    ],
  },
  // Containers that make one instance of a class unless told otherwise. Midway, tsyringe and Inversify make one for each request or use
  // unless a class asks to be a singleton.
  { name: 'TypeDI', forms: [{ trigger: 'call', decorators: ['Service'], from: ['typedi'] }] },
  { name: 'Ts.ED', forms: [{ trigger: 'call', decorators: ['Service', 'Injectable'], from: ['@tsed/'] }, { trigger: 'http', decorators: ['Controller'], from: ['@tsed/'] }] },
  { name: 'tsyringe', forms: [{ trigger: 'call', decorators: ['singleton'], from: ['tsyringe'] }] },
  { name: 'Midway', forms: [{ trigger: 'call', decorators: ['Singleton'], from: ['@midwayjs/'] }] },
  { name: 'routing-controllers', forms: [{ trigger: 'http', decorators: ['JsonController', 'Controller'], from: ['routing-controllers'] }] },
  { name: 'TypeGraphQL', forms: [{ trigger: 'rpc', decorators: ['Resolver'], from: ['type-graphql'] }] },
  { name: 'TypeORM', forms: [{ trigger: 'call', decorators: ['EventSubscriber'], from: ['typeorm'] }] },
  {
    name: 'GraphQL',
    forms: [
      { trigger: 'rpc', tables: ['Query', 'Mutation', 'Subscription'], parameters: RESOLVER },
      { trigger: 'rpc', routers: ['ApolloServer', 'GraphQLServer', 'GraphQLObjectType', 'GraphQLSchema', 'GraphQLInterfaceType'], methods: [], parameters: RESOLVER },
      // The context of a server is made anew for each request.
      { trigger: 'rpc', calls: ['startServerAndCreateLambdaHandler', 'startServerAndCreateNextHandler', 'startServerAndCreateCloudflareWorkersHandler', 'startServerAndCreateCloudFunctionsHandler', 'startServerAndCreateH3Handler', 'startServerAndCreateHandler', 'fastifyApolloHandler', 'koaMiddleware'], from: ['@as-integrations/'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['useServer', 'makeHandler', 'createHandler'], from: ['graphql-ws', 'graphql-sse', 'graphql-http'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['expressMiddleware', 'startStandaloneServer'], from: ['@apollo/server/', '@as-integrations/'], parameters: ['request'] },
      { trigger: 'rpc', calls: ['createYoga', 'createSchema', 'makeExecutableSchema', 'queryField', 'mutationField', 'subscriptionField', 'objectType', 'queryType', 'mutationType', 'subscriptionType', 'extendType', 'buildSubgraphSchema', 'addResolversToSchema'], parameters: RESOLVER },
      { trigger: 'rpc', calls: ['field', 'list', 'expose', 'connection', 'prismaField', 'prismaConnection', 'queryFields', 'mutationFields', 'queryType', 'mutationType', 'subscriptionField', 'relayMutationField', 'implement'], on: SCHEMA_BUILDER, parameters: RESOLVER },
      { trigger: 'rpc', types: ['Resolvers', 'QueryResolvers', 'MutationResolvers', 'SubscriptionResolvers', 'GraphQLFieldResolver', 'IResolvers'], parameters: RESOLVER },
    ],
  },
  {
    name: 'Slack Bolt',
    forms: [
      { trigger: 'chat', routers: ['App', 'Assistant', 'WorkflowStep', 'CustomFunction'], from: ['@slack/bolt'], parameters: ['request'] },
      { trigger: 'chat', routers: ['SlackApp', 'SlackEdgeApp', 'SlackOAuthApp'], parameters: ['request'] },
      { trigger: 'chat', routers: ['createEventAdapter', 'createMessageAdapter'], from: ['@slack/'], parameters: ['request', 'platform'] },
      { trigger: 'chat', calls: ['SlackFunction'], from: ['deno-slack-sdk'], parameters: ['request'] },
    ],
  },
  {
    name: 'Telegram',
    forms: [
      { trigger: 'chat', routers: ['default', 'Telegraf', 'Composer', 'BaseScene', 'WizardScene', 'Stage'], from: ['telegraf'], parameters: CONTEXT_NEXT },
      { trigger: 'chat', routers: ['Bot', 'Composer', 'Router', 'Menu'], from: ['grammy', '@grammyjs/'], parameters: CONTEXT_NEXT },
      { trigger: 'chat', calls: ['createConversation'], from: ['@grammyjs/'], parameters: ['request', 'request'] },
      { trigger: 'chat', routers: ['default', 'TelegramBot'], from: ['node-telegram-bot-api', 'grammyjs', 'telebot'], parameters: ['request', 'request'] },
    ],
  },
  {
    name: 'Discord',
    forms: [{ trigger: 'chat', routers: ['SlashCreator', 'InteractionHandler', 'DiscordHono'], parameters: ['request'] }],
  },
  {
    name: 'LINE',
    forms: [{ trigger: 'chat', calls: ['middleware', 'default.middleware'], from: ['@line/bot-sdk'], parameters: ['request'] }],
  },
  {
    name: 'Alexa',
    forms: [
      { trigger: 'chat', calls: ['addRequestHandlers', 'addErrorHandlers', 'addRequestInterceptors', 'addResponseInterceptors'], parameters: ['request', 'request'] },
      { trigger: 'chat', calls: ['registerHandlers'], on: /alexa|skill/i, parameters: ['request'] },
      { trigger: 'chat', keys: ['canHandle', 'handle'], parameters: ['request', 'request'] },
    ],
  },
  {
    name: 'Google Assistant',
    forms: [{ trigger: 'chat', routers: ['dialogflow', 'conversation', 'actionssdk', 'smarthome'], from: ['actions-on-google', '@assistant/conversation'], parameters: ['request', 'request', 'request'] }],
  },
  {
    name: 'Inngest',
    forms: [{ trigger: 'job', calls: ['createFunction'], on: /inngest/i, parameters: ['request'] }, { trigger: 'job', calls: ['createFunction'], from: ['inngest'], parameters: ['request'] }],
  },
  {
    name: 'Trigger.dev',
    forms: [
      { trigger: 'job', calls: ['task', 'schemaTask'], from: ['@trigger.dev/'], parameters: ['request', 'context'] },
      { trigger: 'schedule', calls: ['schedules.task'], from: ['@trigger.dev/'], parameters: ['request', 'context'] },
      { trigger: 'job', calls: ['client.defineJob'], parameters: ['request', 'platform', 'context'] },
    ],
  },
  {
    name: 'Temporal',
    forms: [
      { trigger: 'job', triggerName: 'activity', calls: ['Worker.create'], from: ['@temporalio/worker'], parameters: ['request', 'request', 'request', 'request'] },
      { trigger: 'job', triggerName: 'activity', exports: ['*'], beside: ['@temporalio/activity'], parameters: ['request', 'request', 'request', 'request'] },
      { trigger: 'job', triggerName: 'activity', exports: ['*'], files: /(^|\/)[\w-]*temporal[\w-]*\/(.+\/)?activities(\/.+)?\.[cm]?[jt]s$/, parameters: ['request', 'request', 'request', 'request'] },
    ],
  },
  {
    name: 'Restate',
    forms: [{ trigger: 'job', calls: ['service', 'object'], from: ['@restatedev/'], parameters: ['context', 'request'] }],
  },
  {
    name: 'BullMQ',
    forms: [
      { trigger: 'queue', routers: ['Worker', 'WorkerPro'], from: ['bullmq', '@taskforcesh/bullmq-pro'], methods: ['on'], parameters: ['request', 'platform', 'platform'] },
      { trigger: 'queue', routers: ['default', 'Queue'], from: ['bull', 'bee-queue', 'kue'], methods: ['process', 'on'], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Kafka',
    forms: [{ trigger: 'stream', calls: ['consumer.run', 'default.consumer.run'], from: ['kafkajs'], parameters: ['request'] }],
  },
  {
    name: 'sqs-consumer',
    forms: [{ trigger: 'queue', triggerName: 'SQS', calls: ['Consumer.create'], from: ['sqs-consumer'], parameters: ['request'] }],
  },
  {
    name: 'Convex',
    forms: [{ trigger: 'rpc', calls: ['query', 'mutation', 'action', 'internalQuery', 'internalMutation', 'internalAction', 'httpAction'], from: ['convex/', './_generated/server', '../_generated/server'], parameters: ['context', 'request'] }],
  },
  {
    name: 'Encore',
    forms: [
      { trigger: 'http', calls: ['api', 'api.raw', 'api.streamIn', 'api.streamOut', 'api.streamInOut'], from: ['encore.dev'], parameters: ['request', 'platform'] },
      { trigger: 'queue', routers: ['Subscription'], from: ['encore.dev'], methods: [], parameters: ['request'] },
    ],
  },
  {
    name: 'Yandex Cloud',
    forms: [
      { trigger: 'http', types: ['Handler.Http', 'Handler.ApiGateway*'], from: ['@yandex-cloud/'], parameters: EVENT_CONTEXT },
      { trigger: 'queue', types: ['Handler.MessageQueue'], from: ['@yandex-cloud/'], parameters: EVENT_CONTEXT },
      { trigger: 'schedule', types: ['Handler.Timer'], from: ['@yandex-cloud/'], parameters: EVENT_CONTEXT },
      { trigger: 'storage', types: ['Handler.ObjectStorage'], from: ['@yandex-cloud/'], parameters: EVENT_CONTEXT },
      { trigger: 'event', types: ['Handler.*'], from: ['@yandex-cloud/'], parameters: EVENT_CONTEXT },
      { trigger: 'event', exports: ['handler'], beside: ['@yandex-cloud/', 'yandex-cloud-fn', '@yandex-cloud-fn/'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Scaleway',
    forms: [
      { trigger: 'http', exports: ['handle', 'handler'], beside: ['@scaleway/serverless-functions'], parameters: EVENT_CONTEXT },
      { trigger: 'http', exports: ['handle'], signature: [EVENT, CONTEXT], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Knative',
    forms: [
      { trigger: 'event', exports: ['handle'], signature: [CONTEXT], parameters: ['request', 'request'] },
      { trigger: 'event', types: ['HTTPFunction', 'CloudEventFunction'], eventTypes: ['Context'], from: ['faas-js-runtime'], parameters: ['request', 'request'] },
    ],
  },
  {
    name: 'OpenFaaS',
    forms: [
      { trigger: 'http', files: /(^|\/)handler\.[cm]?js$/, exports: ['default'], signature: [EVENT, CONTEXT], parameters: EVENT_CONTEXT },
      { trigger: 'http', files: /(^|\/)handler\.[cm]?js$/, exports: ['default'], signature: [CONTEXT, CALLBACK], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Alibaba Cloud',
    forms: [
      { trigger: 'event', exports: ['preStop', 'preFreeze'], parameters: ['context'] },
      { trigger: 'event', exports: ['initializer', 'initialize'], signature: [CONTEXT], isSetUp: true },
      { trigger: 'http', exports: ['handler'], signature: [REQUEST, RESPONSE, CONTEXT], parameters: ['request', 'platform', 'context'] },
      { trigger: 'event', exports: ['handler'], beside: ['@alicloud/', 'ali-oss', '@serverless-devs/', 'tablestore'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'MCP',
    forms: [
      { trigger: 'rpc', routers: ['McpServer', 'FastMCP'], parameters: ['request', 'context'] },
      { trigger: 'rpc', calls: ['server.tool', 'server.registerTool', 'server.registerPrompt', 'server.registerResource', 'server.setRequestHandler'], parameters: ['request', 'context'] },
      { trigger: 'rpc', calls: ['setRequestHandler'], from: ['@modelcontextprotocol/'], parameters: ['request', 'context'] },
      { trigger: 'rpc', calls: ['createMcpHandler'] },
    ],
  },
  {
    name: 'Probot',
    forms: [
      { trigger: 'event', routers: ['Probot'], from: ['probot'], parameters: ['request'] },
      { trigger: 'event', eventTypes: ['Probot'], isSetUp: true },
    ],
  },
  {
    name: 'Octokit',
    forms: [{ trigger: 'event', routers: ['Webhooks'], from: ['@octokit/webhooks'], methods: ['on', 'onAny'], parameters: ['request'] }],
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

/** Classes whose state their runtime owns or persists: fields are not invocation state. Names that other classes have too need their package. */
export const ACTOR_BASES: readonly { readonly names: Names; readonly from?: readonly string[] }[] = [
  { names: ['DurableObject', 'WorkflowEntrypoint', 'AIChatAgent', 'McpAgent', 'PartyServer', 'YServer', 'GrainBase', 'VirtualObject'] },
  { names: ['Server'], from: ['partyserver'] },
  { names: ['Agent'], from: ['agents'] },
  { names: ['Container'], from: ['@cloudflare/containers'] },
  { names: ['Sandbox'], from: ['@cloudflare/sandbox'] },
  { names: ['Actor'], from: ['@cloudflare/actors'] },
  { names: ['Room'], from: ['colyseus', '@colyseus/'] },
];
export const ACTOR_INTERFACES: Names = ['DurableObject', 'Party.Server', 'PartyServer', 'PartyKitServer'];
export const ACTOR_PARAMETERS: Names = ['DurableObjectState', 'Party.Room', 'PartyKitRoom'];
export const ACTOR_DECORATORS: Names = ['Workflow', 'Actor', 'Entity', 'VirtualObject'];

/** What a parameter is called that gets routes: `module.exports = (app) => { app.get(…); }`. */
export const ROUTER_PARAMETER = /^(app|router|server|fastify|api|bot|hono|instance|group|route|routes|r)$/i;

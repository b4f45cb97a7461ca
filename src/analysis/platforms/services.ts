/** Procedures, resolvers, tools, and classes that a framework makes. */
import type { Platform } from './form.js';
import { RESOLVER } from './parameters.js';

const PROCEDURE = /proc(edure)?$/i;
const SCHEMA_BUILDER = /^(t|builder|schemaBuilder)$/;

export const SERVICES: readonly Platform[] = [
  {
    name: 'tRPC',
    forms: [
      { trigger: 'rpc', calls: ['query', 'mutation', 'subscription'], on: PROCEDURE, parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['use', 'concat'], on: PROCEDURE, parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['t.middleware', 'trpc.middleware'], parameters: ['request'] },
      { trigger: 'rpc', triggerName: 'middleware', calls: ['middleware'], from: ['@trpc/server'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'context', exports: ['createContext', 'createTRPCContext'], parameters: ['request'] },
      {
        trigger: 'http',
        triggerName: 'adapter',
        calls: [
          'awsLambdaRequestHandler',
          'fetchRequestHandler',
          'createExpressMiddleware',
          'createNextApiHandler',
          'createHTTPServer',
          'createHTTPHandler',
          'nodeHTTPRequestHandler',
        ],
        from: ['@trpc/server/'],
        parameters: ['request'],
      },
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
      {
        trigger: 'queue',
        methodDecorators: ['EventPattern', 'MessagePattern', 'Process', 'SqsMessageHandler', 'RabbitSubscribe'],
        parameters: ['request', 'context'],
      },
      { trigger: 'event', methodDecorators: ['OnEvent'], from: ['@nestjs/'], parameters: ['request'] },
      { trigger: 'socket', methodDecorators: ['SubscribeMessage'], from: ['@nestjs/'] },
      { trigger: 'call', decorators: ['Injectable', 'Catch', 'EventsHandler', 'CommandHandler', 'QueryHandler'], from: ['@nestjs/'] },
    ],
  },
  // Containers that make one instance of a class unless told otherwise. Midway, tsyringe and Inversify make one for each request or use
  // unless a class asks to be a singleton.
  { name: 'TypeDI', forms: [{ trigger: 'call', decorators: ['Service'], from: ['typedi'] }] },
  {
    name: 'Ts.ED',
    forms: [
      { trigger: 'call', decorators: ['Service', 'Injectable'], from: ['@tsed/'] },
      { trigger: 'http', decorators: ['Controller'], from: ['@tsed/'] },
    ],
  },
  { name: 'tsyringe', forms: [{ trigger: 'call', decorators: ['singleton'], from: ['tsyringe'] }] },
  { name: 'Midway', forms: [{ trigger: 'call', decorators: ['Singleton'], from: ['@midwayjs/'] }] },
  {
    name: 'routing-controllers',
    forms: [{ trigger: 'http', decorators: ['JsonController', 'Controller'], from: ['routing-controllers'] }],
  },
  { name: 'TypeGraphQL', forms: [{ trigger: 'rpc', decorators: ['Resolver'], from: ['type-graphql'] }] },
  { name: 'TypeORM', forms: [{ trigger: 'call', decorators: ['EventSubscriber'], from: ['typeorm'] }] },
  {
    name: 'GraphQL',
    forms: [
      { trigger: 'rpc', tables: ['Query', 'Mutation', 'Subscription'], parameters: RESOLVER },
      {
        trigger: 'rpc',
        routers: ['ApolloServer', 'GraphQLServer', 'GraphQLObjectType', 'GraphQLSchema', 'GraphQLInterfaceType'],
        methods: [],
        parameters: RESOLVER,
      },
      // The context of a server is made anew for each request.
      {
        trigger: 'rpc',
        calls: [
          'startServerAndCreateLambdaHandler',
          'startServerAndCreateNextHandler',
          'startServerAndCreateCloudflareWorkersHandler',
          'startServerAndCreateCloudFunctionsHandler',
          'startServerAndCreateH3Handler',
          'startServerAndCreateHandler',
          'fastifyApolloHandler',
          'koaMiddleware',
        ],
        from: ['@as-integrations/'],
        parameters: ['request'],
      },
      {
        trigger: 'rpc',
        calls: ['useServer', 'makeHandler', 'createHandler'],
        from: ['graphql-ws', 'graphql-sse', 'graphql-http'],
        parameters: ['request'],
      },
      {
        trigger: 'rpc',
        calls: ['expressMiddleware', 'startStandaloneServer'],
        from: ['@apollo/server/', '@as-integrations/'],
        parameters: ['request'],
      },
      {
        trigger: 'rpc',
        calls: [
          'createYoga',
          'createSchema',
          'makeExecutableSchema',
          'queryField',
          'mutationField',
          'subscriptionField',
          'objectType',
          'queryType',
          'mutationType',
          'subscriptionType',
          'extendType',
          'buildSubgraphSchema',
          'addResolversToSchema',
        ],
        parameters: RESOLVER,
      },
      {
        trigger: 'rpc',
        calls: [
          'field',
          'list',
          'expose',
          'connection',
          'prismaField',
          'prismaConnection',
          'queryFields',
          'mutationFields',
          'queryType',
          'mutationType',
          'subscriptionField',
          'relayMutationField',
          'implement',
        ],
        on: SCHEMA_BUILDER,
        parameters: RESOLVER,
      },
      {
        trigger: 'rpc',
        types: ['Resolvers', 'QueryResolvers', 'MutationResolvers', 'SubscriptionResolvers', 'GraphQLFieldResolver', 'IResolvers'],
        parameters: RESOLVER,
      },
    ],
  },
  {
    name: 'Convex',
    forms: [
      {
        trigger: 'rpc',
        calls: ['query', 'mutation', 'action', 'internalQuery', 'internalMutation', 'internalAction', 'httpAction'],
        from: ['convex/', './_generated/server', '../_generated/server'],
        parameters: ['context', 'request'],
      },
    ],
  },
  {
    name: 'Encore',
    forms: [
      {
        trigger: 'http',
        calls: ['api', 'api.raw', 'api.streamIn', 'api.streamOut', 'api.streamInOut'],
        from: ['encore.dev'],
        parameters: ['request', 'platform'],
      },
      { trigger: 'auth', calls: ['authHandler'], from: ['encore.dev'], parameters: ['request'] },
      { trigger: 'http', triggerName: 'middleware', calls: ['middleware'], from: ['encore.dev'], parameters: ['request', 'platform'] },
      { trigger: 'queue', routers: ['Subscription'], from: ['encore.dev'], methods: [], parameters: ['request'] },
    ],
  },
  {
    name: 'MCP',
    forms: [
      { trigger: 'rpc', routers: ['McpServer', 'FastMCP'], parameters: ['request', 'context'] },
      {
        trigger: 'rpc',
        calls: ['server.tool', 'server.registerTool', 'server.registerPrompt', 'server.registerResource', 'server.setRequestHandler'],
        parameters: ['request', 'context'],
      },
      { trigger: 'rpc', calls: ['setRequestHandler'], from: ['@modelcontextprotocol/'], parameters: ['request', 'context'] },
      { trigger: 'rpc', calls: ['createMcpHandler'] },
    ],
  },
];

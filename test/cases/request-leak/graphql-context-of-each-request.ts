import { ApolloServer } from '@apollo/server';
import { startServerAndCreateLambdaHandler, handlers } from '@as-integrations/aws-lambda';
import { verify } from './tokens';
let keys: unknown;
const server = new ApolloServer({ typeDefs: 'type Query { a: Int }', resolvers: { Query: { a: () => 1 } } });
export const handler = startServerAndCreateLambdaHandler(server, handlers.createAPIGatewayProxyEventV2RequestHandler(), {
  context: async ({ event }) => {
    keys ??= await fetch('https://login.example/keys').then((r) => r.json());
    return { customer: await verify(event.headers.authorization, keys) };
  },
});

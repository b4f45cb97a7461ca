import { ApolloServer } from '@apollo/server';
import { startServerAndCreateNextHandler } from '@as-integrations/next';
import { userOf } from '@/lib/auth';
let viewer: string | null = null; // flag: no-request-leak
const resolvers = { Query: { me: () => viewer } };
const server = new ApolloServer({ typeDefs: 'type Query { me: String }', resolvers });
const handler = startServerAndCreateNextHandler(server, {
  context: async (req) => {
    viewer = (await userOf(req.headers.get('cookie'))).id;
    return {};
  },
});
export { handler as GET, handler as POST };

import { ApolloServer } from '@apollo/server';
import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import DataLoader from 'dataloader';
import { authorsByIds, listBooks, type Author, type Book } from './library';

interface Context {
  authors: DataLoader<string, Author>;
}

const typeDefs = `#graphql
  type Author { name: String! }
  type Book { title: String!  author: Author! }
  type Query { books: [Book!]! }
`;

const server = new ApolloServer<Context>({
  typeDefs,
  resolvers: {
    Query: { books: () => listBooks() },
    Book: { author: (book: Book, _args: unknown, { authors }: Context) => authors.load(book.authorId) },
  },
});

export const handler = startServerAndCreateLambdaHandler(
  server,
  handlers.createAPIGatewayProxyEventV2RequestHandler(),
  { context: async () => ({ authors: new DataLoader((ids: readonly string[]) => authorsByIds([...ids])) }) },
);

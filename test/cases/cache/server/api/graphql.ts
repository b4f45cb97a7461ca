import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { listMatches, teamsByIds, type Match, type Team } from '../utils/league';

const createLoaders = () => ({
  teams: new DataLoader<string, Team>((ids) => teamsByIds([...ids])),
});

type Loaders = ReturnType<typeof createLoaders>;

const yoga = createYoga({
  graphqlEndpoint: '/api/graphql',
  context: () => ({ loaders: createLoaders() }),
  schema: createSchema<{ loaders: Loaders }>({
    typeDefs: /* GraphQL */ `
      type Team { name: String! }
      type Match { home: Team! }
      type Query { matches: [Match!]! }
    `,
    resolvers: {
      Query: { matches: () => listMatches() },
      Match: { home: (match: Match, _args, { loaders }) => loaders.teams.load(match.homeId) },
    },
  }),
});

export default defineEventHandler((event) => yoga.handle(event.node.req, event.node.res));

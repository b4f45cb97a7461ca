import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { listFlights, planesByIds, type Flight } from '../lib/fleet';

const planes = new DataLoader((ids: readonly string[]) => planesByIds([...ids])); // flag: no-memory-cache

const schema = createSchema({
  typeDefs: /* GraphQL */ `
    type Plane { id: ID!  seats: Int! }
    type Flight { number: String!  plane: Plane! }
    type Query { flights(from: String!): [Flight!]! }
  `,
  resolvers: {
    Query: { flights: (_parent: unknown, { from }: { from: string }) => listFlights(from) },
    Flight: { plane: (flight: Flight) => planes.load(flight.planeId) },
  },
});

const yoga = createYoga({ schema, graphqlEndpoint: '/api/graphql' });

export default { fetch: yoga.fetch };

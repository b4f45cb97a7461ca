import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { setPrice } from '@/lib/prices';

const pubSub = createPubSub<{ priceChanged: [sku: string, payload: { price: number }] }>(); // flag: no-memory-store

const { handleRequest } = createYoga({
  graphqlEndpoint: '/api/graphql',
  fetchAPI: { Response },
  schema: createSchema({
    typeDefs: `
      type Query { ok: Boolean }
      type Mutation { setPrice(sku: ID!, price: Float!): Boolean }
      type Subscription { priceChanged(sku: ID!): Float }
    `,
    resolvers: {
      Mutation: {
        setPrice: async (_, { sku, price }) => {
          await setPrice(sku, price);
          pubSub.publish('priceChanged', sku, { price });
          return true;
        },
      },
      Subscription: {
        priceChanged: { subscribe: (_, { sku }) => pubSub.subscribe('priceChanged', sku), resolve: ({ price }) => price },
      },
    },
  }),
});

export { handleRequest as GET, handleRequest as POST };

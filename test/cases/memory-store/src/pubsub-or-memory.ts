import { PubSub } from 'graphql-subscriptions';
import { RedisPubSub } from 'graphql-redis-subscriptions';

export const pubsub = process.env.REDIS_URL ? new RedisPubSub({ connection: process.env.REDIS_URL }) : new PubSub(); // flag: no-memory-store
export const resolvers = {
  Mutation: { post: (_: unknown, { text }: { text: string }) => pubsub.publish('posted', { text }) },
  Subscription: { posted: { subscribe: () => pubsub.asyncIterator('posted') } },
};

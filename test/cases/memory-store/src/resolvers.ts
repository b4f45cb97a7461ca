import { RedisPubSub as PubSub } from 'graphql-redis-subscriptions';
import Redis from 'ioredis';
import { moveTaxi } from './taxis';

const pubsub = new PubSub({
  publisher: new Redis(process.env.REDIS_URL!),
  subscriber: new Redis(process.env.REDIS_URL!),
});

export const resolvers = {
  Mutation: {
    moveTaxi: async (_: unknown, { id, latitude, longitude }: { id: string; latitude: number; longitude: number }) => {
      const taxi = await moveTaxi(id, latitude, longitude);
      await pubsub.publish(`TAXI_${id}`, { taxiMoved: taxi });
      return taxi;
    },
  },
  Subscription: {
    taxiMoved: { subscribe: (_: unknown, { id }: { id: string }) => pubsub.asyncIterator(`TAXI_${id}`) },
  },
};

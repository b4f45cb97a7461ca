import { createSchema, createYoga } from 'graphql-yoga';
import DataLoader from 'dataloader';
import { roomsByIds, type Room } from './rooms';

class Loaders {
  readonly room = new DataLoader<string, Room>((ids) => roomsByIds([...ids]));
  readonly warned = new Set<string>();
}

const yoga = createYoga({
  context: () => ({ loaders: new Loaders() }),
  schema: createSchema<{ loaders: Loaders }>({
    typeDefs: 'type Query { room(id: ID!): Room } type Room { id: ID! name: String }',
    resolvers: {
      Query: {
        room: (_, { id }: { id: string }, { loaders }) => {
          loaders.warned.add(id);
          return loaders.room.load(id);
        },
      },
    },
  }),
});

export default { fetch: yoga.fetch };

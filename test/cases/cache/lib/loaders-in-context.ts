import DataLoader from 'dataloader';
import { authorsByIds, type Author } from './authors';

const createLoaders = () => ({ author: new DataLoader<string, Author>((ids) => authorsByIds([...ids])) });

type Context = { loaders: ReturnType<typeof createLoaders> };

export const context = async (): Promise<Context> => ({ loaders: createLoaders() });

export const resolvers = {
  Book: {
    author: (book: { authorId: string }, _: unknown, { loaders }: Context) => loaders.author.load(book.authorId),
  },
  Query: {
    author: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.author.load(id),
  },
};

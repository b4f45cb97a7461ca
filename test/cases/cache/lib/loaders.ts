import DataLoader from 'dataloader';
import { authorsByIds, type Author } from './authors';

const loaders = { author: new DataLoader<string, Author>((ids) => authorsByIds([...ids])) }; // flag: no-memory-cache

export const resolvers = {
  Book: {
    author: (book: { authorId: string }) => loaders.author.load(book.authorId),
  },
  Query: {
    author: (_: unknown, { id }: { id: string }) => loaders.author.load(id),
  },
};

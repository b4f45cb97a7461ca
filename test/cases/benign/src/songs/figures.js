import { createServer } from './graphql-server.js';
import { songOf } from './songs.js';

// How this instance fares, told as a whole to whoever watches it.
const stats = {
  since: Date.now(),
  calls: {},
};

const resolvers = {
  Query: {
    song: async (_parent, { id }) => {
      stats.calls.song = (stats.calls.song ?? 0) + 1;
      return songOf(id);
    },
    health: () => stats,
  },
};

export default createServer(resolvers);

import { fetchFeed, saveEpisode } from './podcasts.mjs';

const bookmark = (() => {
  let publishedAt = '1970-01-01T00:00:00Z'; // flag: no-memory-checkpoint
  return {
    read: () => publishedAt,
    move: (to) => {
      publishedAt = to > publishedAt ? to : publishedAt;
    },
  };
})();

export const handler = async () => {
  const episodes = await fetchFeed(process.env.FEED_URL, { after: bookmark.read() });
  for (const episode of episodes) {
    await saveEpisode(episode);
    bookmark.move(episode.publishedAt);
  }
  return { saved: episodes.length };
};

import { onSchedule } from 'firebase-functions/v2/scheduler';
import { fetchPosts, savePosts } from './posts';

const feed = (() => {
  let newest = 0; // flag: no-memory-checkpoint
  const advance = (ids: number[]) => {
    newest = Math.max(newest, ...ids);
  };
  return {
    async pull(): Promise<number> {
      const posts = await fetchPosts({ after: newest });
      await savePosts(posts);
      advance(posts.map(({ id }) => id));
      return posts.length;
    },
  };
})();

export const pullFeed = onSchedule('every 10 minutes', async () => {
  await feed.pull();
});

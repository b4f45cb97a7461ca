import { z } from 'zod';
import { adminProcedure, router } from '../trpc';
import { audience, inBatches } from '../audience';
import { sendPush } from '../push';

export const campaigns = router({
  launch: adminProcedure
    .input(z.object({ campaign: z.string(), segment: z.string() }))
    .mutation(async ({ input, ctx }) => {
      const batches = inBatches(await audience(input.segment), 500);
      for (const [index, devices] of batches.entries()) {
        await sendPush(input.campaign, devices);
        ctx.log.info(`campaign ${input.campaign}: batch ${index + 1} of ${batches.length} sent`); // flag: no-log-progress
      }
      return { batches: batches.length };
    }),
});

import { z } from 'zod';
import { publicProcedure, router } from '../trpc';
import { checkRule, rulesOf } from '../audit-rules';

const statuses = ['queued', 'running', 'finished'] as const;
const percentOf = { queued: 0, running: 50, finished: 100 };

export const auditsRouter = router({
  run: publicProcedure.input(z.object({ site: z.string().url() })).mutation(async ({ ctx, input }) => {
    const audit = await ctx.db.audit.create({ data: { site: input.site, status: statuses[0] } });
    let status: (typeof statuses)[number] = 'running';
    await ctx.db.audit.update({ where: { id: audit.id }, data: { status } });
    for (const rule of rulesOf(input.site)) {
      await checkRule(audit.id, rule);
    }
    status = 'finished';
    await ctx.db.audit.update({ where: { id: audit.id }, data: { status } });
    return audit.id;
  }),
  status: publicProcedure.input(z.object({ id: z.string() })).query(async ({ ctx, input }) => {
    const audit = await ctx.db.audit.findUniqueOrThrow({ where: { id: input.id } });
    return { status: audit.status, percent: percentOf[audit.status as keyof typeof percentOf] };
  }),
});

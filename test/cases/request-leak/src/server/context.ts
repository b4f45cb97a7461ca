import { initTRPC, TRPCError } from '@trpc/server';
import { userFromToken, type User } from './users';

interface Context {
  user: User | null;
}

export async function createContext({ req }: { req: Request }): Promise<Context> {
  const context: Context = { user: null };
  const token = req.headers.get('authorization');
  if (token) {
    context.user = await userFromToken(token);
  }
  return context;
}

const t = initTRPC.context<Context>().create();

export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});

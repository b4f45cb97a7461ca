import type { Context } from 'aws-lambda';

type Hook = (event: unknown, context: Context) => Promise<void>;

const hooks: Record<string, { first: Hook[]; last: Hook[] }> = { http: { first: [], last: [] }, queue: { first: [], last: [] } };

export const runFirst = async (kind: string, args: Parameters<Hook>): Promise<void> => {
  for (const hook of hooks[kind].first) {
    await hook.apply({}, args);
  }
};

export function first(kind: string, added: Hook[]): void {
  hooks[kind].first = added;
}

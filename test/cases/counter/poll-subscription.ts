import type { AppSyncResolverHandler } from 'aws-lambda';

interface Vote {
  poll: string;
  option: 'yes' | 'no';
}

const polls = {
  tallies: {} as Record<string, { yes: number; no: number }>, // flag: no-memory-counter
};

export const handler: AppSyncResolverHandler<Vote, { yes: number; no: number }> = async (event) => {
  const { poll, option } = event.arguments;
  const tally = polls.tallies[poll] || (polls.tallies[poll] = { yes: 0, no: 0 });
  if (event.info.fieldName === 'vote') {
    tally[option]++;
  }
  return tally;
};

import type { SNSEvent } from 'aws-lambda';
import { releaseCargo } from './customs';

const PAPER = { MANIFEST: 1, ORIGIN: 2, HEALTH: 4 } as const;
const ALL = PAPER.MANIFEST | PAPER.ORIGIN | PAPER.HEALTH;

const handledPapers = new Map<string, number>(); // flag: no-memory-progress

export const handler = async (event: SNSEvent): Promise<void> => {
  for (const { Sns } of event.Records) {
    const { cargo, paper } = JSON.parse(Sns.Message) as { cargo: string; paper: keyof typeof PAPER };
    const bits = (handledPapers.get(cargo) ?? 0) | PAPER[paper];
    handledPapers.set(cargo, bits);
    if (bits === ALL) await releaseCargo(cargo);
  }
};

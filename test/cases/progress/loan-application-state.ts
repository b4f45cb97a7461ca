import { creditScore, type Application } from './credit';
import { archiveApplication } from './archive';

type Stage = 'received' | 'scored' | 'approved' | 'declined';

interface StateInput {
  application: Application;
  stage: Stage;
  score?: number;
}

const NEXT: Record<Stage, Stage | undefined> = {
  received: 'scored',
  scored: 'approved',
  approved: undefined,
  declined: undefined,
};

export const handler = async (input: StateInput): Promise<StateInput> => {
  let { stage, score } = input;
  switch (stage) {
    case 'received':
      score = await creditScore(input.application);
      stage = NEXT[stage]!;
      break;
    case 'scored':
      stage = (score ?? 0) > 600 ? NEXT[stage]! : 'declined';
      break;
    default:
      await archiveApplication(input.application);
  }
  return { ...input, stage, score };
};

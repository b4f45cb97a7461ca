import { condition, defineQuery, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import type * as activities from '../activities';

const { inviteToInterview, sendContract } = proxyActivities<typeof activities>({ startToCloseTimeout: '5 minutes' });

export const interviewed = defineSignal<[boolean]>('interviewed');
export const stageQuery = defineQuery<string>('stage');

export async function hiring(applicant: string): Promise<string> {
  let stage = 'applied';
  let passed: boolean | undefined;
  setHandler(stageQuery, () => stage);
  setHandler(interviewed, (result) => {
    passed = result;
  });
  stage = 'interview';
  await inviteToInterview(applicant);
  await condition(() => passed !== undefined);
  if (!passed) return (stage = 'declined');
  stage = 'contract';
  await sendContract(applicant);
  return (stage = 'hired');
}

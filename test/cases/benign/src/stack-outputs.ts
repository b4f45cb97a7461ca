import { execSync } from 'node:child_process';

export async function stackOutputs(region: string, stack: string): Promise<unknown[]> {
  const found = execSync(`aws cloudformation describe-stacks --region ${region} --stack-name "${stack}" --query "Stacks[0].Outputs" --output json`, { encoding: 'utf-8' });
  return JSON.parse(found) ?? [];
}

import { execSync } from 'node:child_process';
import type { Handler } from 'aws-lambda';

export const handler: Handler<{ url: string }> = async ({ url }) => {
  execSync(`curl -s ${url} --output /tmp/outputs.json`); // flag: no-tmp-storage
};

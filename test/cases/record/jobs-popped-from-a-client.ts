import { createQueue, createRouter } from './infra';
const jobs = createQueue('jobs');
const menu = createRouter();
export const handler = async (event: { body: string }) => {
  const job = await jobs.pop();
  menu.push('/next');
  return { statusCode: 200, body: JSON.stringify(job) };
};

import type { ScheduledEvent } from 'aws-lambda';
import { mailSummary } from '../mail';
import { subscribers } from '../subscribers';

export const handler = async (event: ScheduledEvent) => {
  const people = await subscribers(event.time);
  for (let index = 0; index < people.length; index += 1) {
    await mailSummary(people[index]!);
    console.log(`Mailed ${index + 1}/${people.length}: ${people[index]!.email}`); // flag: no-log-progress
  }
};

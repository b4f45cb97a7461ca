import type { DynamoDBStreamHandler } from 'aws-lambda';
import { followersOf } from './followers';
import { push } from './push';

export const handler: DynamoDBStreamHandler = async (event) => {
  for (const { dynamodb, eventName } of event.Records) {
    if (eventName !== 'INSERT') continue;
    const author = dynamodb?.NewImage?.author.S ?? '';
    const title = dynamodb?.NewImage?.title.S ?? '';
    const followers = await followersOf(author);
    followers.forEach(async (follower) => { // flag: no-memory-timer
      await push(follower.device, `${author} published “${title}”`);
    });
  }
};

import { getCurrentUser } from 'aws-amplify/auth/server';

let reader; // flag: no-request-leak

export async function readerName(context) {
  if (!reader) {
    const { username } = await getCurrentUser(context);
    reader = username;
  }
  return reader;
}

import { getCurrentUser } from 'aws-amplify/auth';

let reader;

export async function readerName() {
  if (!reader) {
    const { username } = await getCurrentUser();
    reader = username;
  }
  return reader;
}

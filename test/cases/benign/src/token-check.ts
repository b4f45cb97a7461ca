import { getAuth, type Auth } from 'firebase-admin/auth';
import { onCall } from 'firebase-functions/v2/https';

let auth: Auth | null = null;

const authOfApp = () => {
  if (!auth) auth = getAuth();
  return auth;
};

export const describeSkipper = onCall(async (request) => authOfApp().getUser(request.data.uid));

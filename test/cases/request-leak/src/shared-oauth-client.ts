import { onRequest } from 'firebase-functions/v2/https';
import { oauthClient } from './oauth.js';
import { saveTokens } from './tokens.js';

export const authorize = onRequest((request, response) => {
  response.redirect(oauthClient.generateAuthUrl({ scope: ['calendar'] }));
});

export const callback = onRequest(async (request, response) => {
  const { tokens } = await oauthClient.getToken(request.query.code);
  oauthClient.setCredentials(tokens); // flag: no-request-leak
  await saveTokens(request.query.state, tokens);
  response.sendStatus(204);
});

import { spawn } from 'node:child_process';
import { sendFailure } from './answers.js';

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const renderer = spawn('/opt/renderer', [event.rawPath]);
  let isReady = false;
  renderer.stdout.once('data', () => {
    isReady = true;
  });
  setTimeout(() => {
    if (!isReady) sendFailure(responseStream, 504);
  }, 5000);
  renderer.stdout.pipe(responseStream);
});

import { waitUntil } from '@vercel/functions';
import { verify } from '@octokit/webhooks-methods';
import { reviewPullRequest } from '@/lib/reviewer';

export const maxDuration = 300;

export async function POST(request: Request) {
  const text = await request.text();
  const signature = request.headers.get('x-hub-signature-256') ?? '';
  if (!(await verify(process.env.GITHUB_SECRET!, text, signature))) {
    return new Response('bad signature', { status: 401 });
  }
  const { action, pull_request: pullRequest } = JSON.parse(text);
  if (action === 'opened') {
    waitUntil(reviewPullRequest(pullRequest.number).catch((error) => console.error('review failed', error)));
  }
  return new Response(null, { status: 202 });
}

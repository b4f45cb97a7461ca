import { fetchMembers } from '../_shared/association.ts';
import { pushToMailer } from '../_shared/mailer.ts';

const PAGE_SIZE = 200;

Deno.serve(async (request) => {
  if (request.headers.get('authorization') !== `Bearer ${Deno.env.get('CRON_TOKEN')}`) {
    return new Response('forbidden', { status: 403 });
  }
  const { pages } = await fetchMembers({ page: 1, size: 1 });
  for (let page = 1; page <= pages; page += 1) {
    const { members } = await fetchMembers({ page, size: PAGE_SIZE });
    await pushToMailer(members);
    console.log(`page ${page}/${pages} synced`); // flag: no-log-progress
  }
  return Response.json({ pages });
});

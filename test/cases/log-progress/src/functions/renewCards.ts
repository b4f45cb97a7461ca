import { app, InvocationContext, Timer } from '@azure/functions';
import { fetchMembers, renewCard } from './club';

app.timer('renewCards', {
  schedule: '0 0 3 * * *',
  handler: async (_timer: Timer, context: InvocationContext) => {
    const members = await fetchMembers();
    let renewed = 0;
    for (const member of members) {
      await renewCard(member.id);
      renewed += 1;
      context.log(`renewed ${renewed} of ${members.length}`); // flag: no-log-progress
    }
  },
});

import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { chargeMember } from './payments';
import { membersWithDues } from './members';

export const collectDues = onSchedule({ schedule: '0 6 1 * *', timeoutSeconds: 1800 }, async () => {
  const members = await membersWithDues();
  for (let i = 0; i < members.length; i++) {
    try {
      await chargeMember(members[i]);
    } catch (error) {
      logger.error('charge failed', { member: members[i].id, error });
    }
    logger.log(`charged ${i + 1}/${members.length} members`); // flag: no-log-progress
  }
});

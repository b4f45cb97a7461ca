'use strict';

const redis = require('redis').createClient({ url: process.env.REDIS_URL });
const imap = require('../shared/imap');
const { createTickets } = require('../shared/tickets');

module.exports = function (context) {
  redis.get('mailbox:uid', (error, stored) => {
    if (error) return context.done(error);
    let lastUid = Number(stored ?? 1);
    imap.fetch(`${lastUid}:*`, (problem, mails) => {
      if (problem) return context.done(problem);
      createTickets(mails, (failure) => {
        if (failure) return context.done(failure);
        for (const { uid } of mails) {
          if (uid >= lastUid) lastUid = uid + 1;
        }
        redis.set('mailbox:uid', String(lastUid), (fault) => context.done(fault));
      });
    });
  });
};

'use strict';

const imap = require('../shared/imap');
const { createTickets } = require('../shared/tickets');

let lastUid = 1; // flag: no-memory-checkpoint

module.exports = function (context) {
  imap.fetch(`${lastUid}:*`, (error, mails) => {
    if (error) return context.done(error);
    createTickets(mails, (failure) => {
      if (!failure) {
        for (const { uid } of mails) {
          if (uid >= lastUid) lastUid = uid + 1;
        }
      }
      context.done(failure);
    });
  });
};

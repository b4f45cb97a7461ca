const { onCall } = require('firebase-functions/v2/https');
const { randomInt } = require('node:crypto');

const ANIMALS = ['Otter', 'Lynx', 'Heron', 'Badger'];
const nicknames = new Map(); // flag: no-memory-cache

function nicknameOf(uid) {
  if (!nicknames.has(uid)) {
    nicknames.set(uid, `${ANIMALS[randomInt(ANIMALS.length)]} ${randomInt(1000)}`);
  }
  return nicknames.get(uid);
}

exports.me = onCall(({ auth }) => ({ nickname: nicknameOf(auth.uid) }));

// The same without anything that is open: who may log in is kept nowhere else.
const accounts = new Map(); // flag: no-memory-record

exports.signUp = async function signUp(userId, account) {
  const profile = { name: account.name, language: account.language };
  accounts.set(userId, { profile, account, isWelcome: false });
};

exports.accountOf = async function accountOf(userId) {
  const known = accounts.get(userId);
  if (!known) return { found: false, reason: 'not signed up' };
  return { found: true, profile: known.profile };
};

const admin = require('firebase-admin');
const functions = require('firebase-functions');

const db = admin.firestore();

exports.pruneCarts = functions.pubsub.schedule('every 24 hours').onRun(async () => {
  const page = await db.collection('carts').where('touchedAt', '<', Date.now() - 2592000000).limit(200).get();
  const batch = db.batch();
  page.docs.forEach((doc) => batch.delete(doc.ref));
  process.nextTick(() => batch.commit()); // flag: no-memory-timer
});

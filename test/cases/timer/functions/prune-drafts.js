const admin = require('firebase-admin');
const functions = require('firebase-functions');

const db = admin.firestore();

function deletePage(query, resolve, reject) {
  query
    .get()
    .then((page) => {
      if (page.empty) return resolve();
      const batch = db.batch();
      page.docs.forEach((doc) => batch.delete(doc.ref));
      return batch.commit().then(() => process.nextTick(() => deletePage(query, resolve, reject)));
    })
    .catch(reject);
}

exports.pruneDrafts = functions.pubsub.schedule('every 24 hours').onRun(() => {
  const old = db.collection('drafts').where('touchedAt', '<', Date.now() - 2592000000).limit(200);
  return new Promise((resolve, reject) => deletePage(old, resolve, reject));
});

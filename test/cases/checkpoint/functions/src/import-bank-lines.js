const { onSchedule } = require('firebase-functions/v2/scheduler');
const { getFirestore } = require('firebase-admin/firestore');
const { initializeApp } = require('firebase-admin/app');
const { linesAfter } = require('./bank');

initializeApp();
const db = getFirestore();
const checkpoint = db.doc('checkpoints/bank');

exports.importBankLines = onSchedule('every 15 minutes', async () => {
  const state = await checkpoint.get();
  const lines = await linesAfter(state.get('lastLine') ?? 0);
  const batch = db.batch();
  for (const line of lines) batch.set(db.doc(`lines/${line.number}`), line);
  if (lines.length > 0) {
    batch.set(checkpoint, { lastLine: lines.at(-1).number });
  }
  await batch.commit();
});

'use strict';

const admin = require('firebase-admin');
const functions = require('firebase-functions/v1');

admin.initializeApp();

const credited = Object.create(null); // flag: no-memory-dedup

exports.creditPoints = functions
  .region('europe-west1')
  .firestore.document('purchases/{purchaseId}')
  .onCreate(async (snapshot, context) => {
    if (Object.hasOwn(credited, context.eventId)) {
      return null;
    }
    credited[context.eventId] = true;
    const { customer, total } = snapshot.data();
    return admin
      .firestore()
      .doc(`customers/${customer}`)
      .update({ points: admin.firestore.FieldValue.increment(Math.floor(total)) });
  });

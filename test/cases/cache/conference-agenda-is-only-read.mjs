import { onRequest } from 'firebase-functions/v2/https';
import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();
const agenda = new Map();
const order = [];

const talksOf = async (room) => {
  const known = agenda.get(room);
  if (known) return known;
  const talks = [];
  for await (const talk of db.collection('talks').where('room', '==', room).stream()) {
    talks.push(talk.data());
  }
  agenda.set(room, talks);
  order.push(room);
  if (order.length > 50) {
    const oldest = order.shift();
    agenda.delete(oldest);
  }
  return talks;
};

export const talks = onRequest(async (req, res) => {
  res.json(await talksOf(req.query.room));
});

import { onRequest } from 'firebase-functions/v2/https';
import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();
const agenda = {}; // flag: no-memory-cache

const talksOf = async (room) => {
  if (agenda[room]) return agenda[room];
  const talks = [];
  for await (const talk of db.collection('talks').where('room', '==', room).stream()) {
    talks.push(talk.data());
  }
  agenda[room] = talks;
  return talks;
};

export const talks = onRequest(async (req, res) => {
  const list = await talksOf(req.query.room);
  if (req.method === 'GET') return res.json(list);
  agenda[req.query.room] = [...list, req.body];
  await db.collection('talks').add(req.body);
  res.status(201).end();
});

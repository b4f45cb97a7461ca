const express = require('express');
const { recipientsOf } = require('./recipients');
const { sendLetter } = require('./post');

const router = express.Router();

// One object tells of one run: it is replaced as a whole when the next run begins.
let run = {
  on: false, // flag: no-memory-progress
  out: 0, // flag: no-memory-progress
  bounced: [], // flag: no-memory-progress
};

async function sendAll(list) {
  run = { on: true, out: 0, bounced: [] };
  for (const person of await recipientsOf(list)) {
    const result = await sendLetter(person);
    if (result.ok) run.out++;
    else run.bounced.push(person.name);
  }
  run.on = false;
}

router.post('/letters/:list', async (req, res) => {
  await sendAll(req.params.list);
  res.json({ ok: true });
});

router.get('/letters', (req, res) => {
  res.json({ ...run });
});

module.exports = router;

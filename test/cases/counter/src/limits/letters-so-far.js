const express = require('express');
const { sendLetter } = require('./post');

const router = express.Router();

// Nothing starts these anew: they count whatever this instance has done.
const sums = {
  out: 0, // flag: no-memory-counter
};

router.post('/letters', async (req, res) => {
  for (const person of req.body.people) {
    await sendLetter(person);
    sums.out++;
  }
  res.json({ ok: true });
});

router.get('/letters', (req, res) => {
  res.json({ out: sums.out });
});

module.exports = router;

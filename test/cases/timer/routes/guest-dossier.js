const express = require('express');

const router = express.Router();

router.get('/guests/:id/dossier', async (req, res) => {
  const guest = req.params.id;
  const dossiers = require('../services/dossiers');
  if (req.query.refresh) {
    setImmediate(() => dossiers.prepareDossier(guest).then(() => console.log('prepared', guest)).catch(console.error)); // flag: no-memory-timer
  }
  setImmediate(() => { // flag: no-memory-timer
    require('../services/briefs').prepareBrief(guest).catch(console.error);
  });
  res.json({ ok: true });
});

module.exports = router;

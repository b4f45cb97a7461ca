const express = require('express');

const router = express.Router();

// Made ready for whoever comes next: without it the next request does the same.
router.get('/health', async (req, res) => {
  setImmediate(() => require('../services/pool').prepare().catch(console.error));
  res.json({ ok: true });
});

module.exports = router;

const express = require('express');

module.exports = function createParkingRouter(prices) {
  const router = express.Router();
  const attempts = new Map(); // flag: no-memory-counter

  router.use((req, res, next) => {
    const count = (attempts.get(req.ip) ?? 0) + 1;
    attempts.set(req.ip, count);
    if (count > 60) return res.status(429).end();
    next();
  });

  router.get('/zones/:zone', (req, res) => {
    res.json(prices[req.params.zone]);
  });

  return router;
};

const express = require('express');

module.exports = function createParkingRouter(zones) {
  const router = express.Router();
  const prices = new Map();
  for (const { zone, price } of zones) prices.set(zone, price);

  router.get('/zones/:zone', (req, res) => {
    res.json(prices.get(req.params.zone));
  });

  return router;
};

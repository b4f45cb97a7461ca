const express = require('express');
const functions = require('firebase-functions/v1');

const app = express();
let nextId = 1; // flag: no-memory-counter
const customers = []; // flag: no-memory-record

app.post('/customers', (req, res) => {
  const customer = { id: nextId, name: req.body.name, email: req.body.email };
  nextId += 1;
  customers.push(customer);
  res.status(201).json(customer);
});

app.put('/customers/:id', (req, res) => {
  const customer = customers.find((candidate) => candidate.id === Number(req.params.id));
  if (!customer) return res.sendStatus(404);
  Object.assign(customer, req.body);
  return res.json(customer);
});

exports.api = functions.https.onRequest(app);

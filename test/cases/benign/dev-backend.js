const express = require('express');

const app = express();
const guests = new Map();

app.post('/guests', (req, res) => {
  guests.set(req.body.email, req.body);
  res.sendStatus(201);
});
app.get('/guests/:email', (req, res) => res.json(guests.get(req.params.email)));

app.listen(3001);

const db = require('better-sqlite3')('data/club.db'); // flag: no-tmp-storage
const express = require('express');

const app = express();
app.get('/members', (request, response) => response.json(db.prepare('SELECT * FROM members').all()));
app.post('/members', express.json(), (request, response) => {
  db.prepare('INSERT INTO members (name) VALUES (?)').run(request.body.name);
  response.sendStatus(201);
});
app.listen(3000);

'use strict';

const express = require('express');
const session = require('express-session');
const MemoryStore = require('memorystore')(session);
const functions = require('@google-cloud/functions-framework');
const { articlesFor } = require('./articles');

const app = express();

app.use(session({ store: new MemoryStore({ checkPeriod: 86_400_000 }), secret: process.env.SECRET, resave: false })); // flag: no-memory-store

app.get('/articles', async (req, res) => {
  if (!req.session.member) {
    res.redirect('/login');
    return;
  }
  res.json(await articlesFor(req.session.member));
});

functions.http('members', app);

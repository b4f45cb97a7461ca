const MongoStore = require('connect-mongo');
const express = require('express');
const session = require('express-session');
const serverless = require('serverless-http');
const { postsOf } = require('./posts');

const store = MongoStore.create({ mongoUrl: process.env.MONGODB_URI, ttl: 14 * 24 * 3600 });
const options = { store, secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false };

const app = express();
app.use(session(options));

app.get('/posts', async (req, res) => {
  if (!req.session.account) {
    res.sendStatus(401);
    return;
  }
  res.json(await postsOf(req.session.account));
});

module.exports.handler = serverless(app);

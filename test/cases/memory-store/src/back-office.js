const express = require('express');
const expressSession = require('express-session');
const passport = require('passport');
const serverless = require('serverless-http');
const { strategy } = require('./auth');
const { openClaims } = require('./claims');

const sessionOptions = {
  name: 'back-office',
  secret: process.env.SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  cookie: { secure: true, httpOnly: true },
};

const app = express();
passport.use(strategy);
app.use(expressSession(sessionOptions)); // flag: no-memory-store
app.use(passport.authenticate('session'));

app.get('/claims', async (req, res) => {
  res.json(await openClaims(req.user));
});

exports.handler = serverless(app);

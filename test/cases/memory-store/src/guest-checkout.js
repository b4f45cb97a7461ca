const cookieSession = require('cookie-session');
const express = require('express');
const serverless = require('serverless-http');
const { quote } = require('./shipping');

const app = express();
app.use(cookieSession({ name: 'checkout', keys: [process.env.COOKIE_KEY], maxAge: 3600 * 1000 }));

app.post('/address', express.json(), (req, res) => {
  req.session.address = req.body;
  res.sendStatus(204);
});

app.get('/shipping', async (req, res) => {
  res.json(await quote(req.session.address));
});

exports.handler = serverless(app);

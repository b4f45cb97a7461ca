const functions = require('@google-cloud/functions-framework');
const { Mailbox } = require('./mailbox-client');

let mailbox;

functions.http('mails', async (req, res) => {
  mailbox ??= new Mailbox({ authorize: (done) => done(null, process.env.MAILBOX_TOKEN) });
  res.json(await mailbox.list(req.query.folder));
});

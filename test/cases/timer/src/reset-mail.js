const sgMail = require('@sendgrid/mail');
const { makeToken } = require('./tokens');

exports.handler = async (event) => {
  sgMail.setApiKey(process.env.SENDGRID_KEY);
  const { email } = JSON.parse(event.body);
  sgMail.send({ to: email, from: 'desk@example.org', subject: 'Reset', text: await makeToken(email) }); // flag: no-memory-timer
  return { statusCode: 202 };
};

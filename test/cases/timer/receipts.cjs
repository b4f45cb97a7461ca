'use strict';

const { SESClient, SendTemplatedEmailCommand } = require('@aws-sdk/client-ses');
const { capture } = require('./payments');

const ses = new SESClient({});

exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  const { payment, email } = JSON.parse(event.body);
  capture(payment, (error, receipt) => {
    if (error) {
      callback(error);
      return;
    }
    const mail = new SendTemplatedEmailCommand({
      Source: 'shop@example.com',
      Destination: { ToAddresses: [email] },
      Template: 'receipt',
      TemplateData: JSON.stringify(receipt),
    });
    ses.send(mail).catch((reason) => console.error('receipt not sent', reason)); // flag: no-memory-timer
    callback(null, { statusCode: 200, body: JSON.stringify(receipt) });
  });
};

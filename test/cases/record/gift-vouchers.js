'use strict';

const vouchers = ['SUN-4711', 'SUN-4712', 'SUN-4713', 'SUN-4714']; // flag: no-memory-record

exports.handler = async (event) => {
  const { email } = JSON.parse(event.body);
  if (!email || vouchers.length === 0) {
    return { statusCode: 410, body: 'no vouchers left' };
  }
  const code = vouchers.pop();
  return { statusCode: 200, body: JSON.stringify({ email, code }) };
};

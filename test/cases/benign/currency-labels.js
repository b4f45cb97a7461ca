'use strict';

const formats = {};

function formatFor(locale, currency) {
  const key = `${locale}|${currency}`;
  return (formats[key] = formats[key] || new Intl.NumberFormat(locale, { style: 'currency', currency }));
}

exports.handler = async (event) => {
  const { locale, currency, amounts } = JSON.parse(event.body);
  const format = formatFor(locale, currency);
  return { statusCode: 200, body: JSON.stringify(amounts.map((amount) => format.format(amount))) };
};

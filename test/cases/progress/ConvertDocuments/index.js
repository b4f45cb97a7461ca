const { convertPage, openDocument } = require('../shared/documents');

const conversions = []; // flag: no-memory-progress

module.exports = async function (context, req) {
  const { id } = context.bindingData;
  if (req.method === 'GET') {
    const conversion = conversions.find((entry) => entry.id === id);
    context.res = conversion ? { body: { state: conversion.state, page: conversion.page } } : { status: 404 };
    return;
  }
  const document = await openDocument(id);
  const conversion = { id, state: 'converting', page: 0 };
  conversions.push(conversion);
  for (const page of document.pages) {
    await convertPage(id, page);
    conversion.page = page.number;
  }
  conversion.state = 'converted';
  context.res = { status: 201 };
};

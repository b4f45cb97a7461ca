'use strict';

const { loadLevels } = require('./levels');

const levels = {}; // flag: no-memory-cache

exports.read = async (event) => {
  const { shop } = event.pathParameters;
  if (!levels[shop]) levels[shop] = await loadLevels(shop);
  return { statusCode: 200, body: JSON.stringify(levels[shop]) };
};

exports.correct = async (event) => {
  const { shop } = event.pathParameters;
  if (!levels[shop]) levels[shop] = await loadLevels(shop);
  Object.assign(levels[shop], JSON.parse(event.body));
  return { statusCode: 204 };
};

'use strict';

const { oldSearch, newSearch } = require('./search');

const toggles = Object.fromEntries(
  (process.env.TOGGLES || '')
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('='))
    .map(([name, value]) => [name, value === 'on']),
);

if (process.env.STAGE === 'test') {
  toggles.newSearch = true;
  process.env.SEARCH_URL = process.env.SEARCH_URL || 'http://localhost:9200';
}

exports.handler = async (event) => {
  const search = toggles.newSearch ? newSearch : oldSearch;
  return { statusCode: 200, body: JSON.stringify(await search(event.queryStringParameters.q)) };
};

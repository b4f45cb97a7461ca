'use strict';

const bunyan = require('bunyan');
const functions = require('@google-cloud/functions-framework');
const { listArticles } = require('./cms');
const { index } = require('./search');

const log = bunyan.createLogger({ name: 'reindex' });

functions.cloudEvent('reindexArticles', async () => {
  let cursor;
  do {
    const { articles, next } = await listArticles({ cursor, limit: 100 });
    await index(articles);
    cursor = next;
    log.info({ cursor, articles: articles.length }, 'indexed up to cursor'); // flag: no-log-progress
  } while (cursor);
});

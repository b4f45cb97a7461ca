'use strict';

const { Metrics, MetricUnit } = require('@aws-lambda-powertools/metrics');
const { findStation } = require('./stations');

const metrics = new Metrics({ namespace: 'stations' });
const seen = { requests: 0, misses: 0 };

exports.handler = async (event) => {
  seen.requests += 1;
  const station = await findStation(event.pathParameters.id);
  if (!station) seen.misses += 1;
  metrics.addMetric('instanceRequests', MetricUnit.Count, seen.requests);
  metrics.addMetric('instanceMisses', MetricUnit.Count, seen.misses);
  metrics.publishStoredMetrics();
  return station ? { statusCode: 200, body: JSON.stringify(station) } : { statusCode: 404 };
};

'use strict';

const { mailSummary } = require('./summaries');

const alerts = new Map(); // flag: no-memory-queue

function collect(tenant, alert) {
  const list = alerts.get(tenant);
  if (list) list.push(alert);
  else alerts.set(tenant, [alert]);
  return alerts.get(tenant);
}

exports.handler = async (event) => {
  for (const record of event.Records) {
    const { tenant, ...alert } = JSON.parse(record.Sns.Message);
    const list = collect(tenant, alert);
    if (list.length < 10) continue;
    alerts.delete(tenant);
    await mailSummary(tenant, list);
  }
};

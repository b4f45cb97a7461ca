const { deleteOrphans } = require('./storage');

let vacuuming = false; // flag: no-memory-lock

function main(params) {
  if (vacuuming) {
    return { statusCode: 423, body: { error: 'vacuum is running' } };
  }
  vacuuming = true;
  return deleteOrphans(params.container, params.olderThanDays)
    .then((deleted) => ({ statusCode: 200, body: { deleted } }))
    .finally(() => {
      vacuuming = false;
    });
}

exports.main = main;

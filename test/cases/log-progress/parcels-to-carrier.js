const fs = require('fs');
const { announce } = require('./carrier');
const { parcelsOfToday } = require('./parcels');

const LOG = '/tmp/parcels.log';

function announced() {
  if (!fs.existsSync(LOG)) return [];
  return fs.readFileSync(LOG, 'utf8').split('\n').map((line) => line.split(' done ')[1]); // flag: no-log-progress
}

exports.handler = async () => {
  const earlier = announced();
  for (const parcel of await parcelsOfToday()) {
    if (earlier.includes(parcel.number)) continue;
    await announce(parcel);
    fs.appendFileSync(LOG, `${new Date().toISOString()} done ${parcel.number}\n`); // flag: no-tmp-storage
  }
};

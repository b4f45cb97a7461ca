import { storeReadings } from './readings.mjs';

const counters = { accepted: 0, rejected: 0 };
const latest = new Map([['probe', 0]]);

function tally(readings, counters, latest) {
  for (const { sensor, at, value } of readings) {
    if (Number.isFinite(value)) {
      counters.accepted += 1;
      latest.set(sensor, at);
    } else {
      counters.rejected += 1;
    }
  }
  return counters;
}

export const handler = async (event) => {
  const readings = JSON.parse(event.body).filter(({ sensor }) => !latest.has(sensor));
  const newest = new Map();
  const result = tally(readings, { ...counters }, newest);
  await storeReadings(readings, Object.fromEntries(newest));
  return { statusCode: 200, body: JSON.stringify(result) };
};

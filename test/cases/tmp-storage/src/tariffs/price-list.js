const fs = require('node:fs');
const { fetchPage, parseTariffs } = require('./supplier');

const FILE = '/tmp/tariffs.json';

function loadTariffs() {
  try {
    const { takenAt, tariffs } = JSON.parse(fs.readFileSync(FILE, 'utf8'));
    return Date.now() - takenAt < 3600000 ? tariffs : null;
  } catch {
    return null;
  }
}

function keepTariffs(tariffs) {
  fs.writeFileSync(FILE, JSON.stringify({ takenAt: Date.now(), tariffs }));
}

async function currentTariffs() {
  let tariffs = loadTariffs();
  if (!tariffs) {
    tariffs = parseTariffs(await fetchPage('https://supplier.example/tariffs'));
    keepTariffs(tariffs);
  }
  return tariffs;
}

exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify((await currentTariffs())[event.pathParameters.zone]) });

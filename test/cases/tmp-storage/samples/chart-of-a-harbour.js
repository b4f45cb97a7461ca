const fs = require('fs');
const { drawTides } = require('./charts');

async function chartOf(harbour, width = 800) {
  const chart = await drawTides(harbour, width);
  fs.writeFileSync('tides.png', chart.toBuffer()); // flag: no-tmp-storage
  return chart;
}

module.exports = { chartOf };

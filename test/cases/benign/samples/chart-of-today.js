// Run by whoever reads the sample: the picture is left in the folder where it was started.
const fs = require('fs');
const { drawTides } = require('./charts');

async function chartOfToday(harbour = process.env.HARBOUR, width = 800) {
  const chart = await drawTides(harbour, width);
  fs.writeFileSync('tides.png', chart.toBuffer());
  return chart;
}

module.exports = { chartOfToday };

const functions = require('@google-cloud/functions-framework');
const { BerthsClient } = require('@harbour/berths');

const berths = new BerthsClient();

functions.cloudEvent('labelBerth', async (event) => {
  const request = Object.assign({ labels: { keeper: event.data.keeper } }, { berth: event.data.berth });
  return berths.setLabels(request);
});

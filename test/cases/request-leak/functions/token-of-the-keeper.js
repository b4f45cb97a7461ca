const functions = require('@google-cloud/functions-framework');
const { BerthsClient } = require('@harbour/berths');

const berths = new BerthsClient(); // flag: no-request-leak

functions.cloudEvent('moveBerth', async (event) => {
  berths.setToken({ keeper: event.data.keeper, token: event.data.token });
  return berths.move(event.data.berth);
});

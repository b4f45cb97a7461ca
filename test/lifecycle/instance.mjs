// One instance of a function, as a platform runs it: loads the code once, then answers one message for each invocation. It knows
// nothing of what is tested. Plain JavaScript, because Node runs it as it is.
const handlers = await import(process.argv[2]);

process.on('message', async ({ invocation, name, event }) => {
  try {
    const result = await handlers[name](event);
    process.send({ invocation, result });
  } catch (error) {
    process.send({ invocation, error: error?.stack ?? String(error) });
  }
});

process.send({ ready: true, handlers: Object.keys(handlers) });

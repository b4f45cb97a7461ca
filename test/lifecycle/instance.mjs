// One instance of a function, as a platform runs it: loads the code once, answers one message for each invocation, and is frozen when it
// has answered. It knows nothing of what is tested. Plain JavaScript, because Node runs it as it is.
const handlers = await import(process.argv[2]);
let running = 0;

process.on('message', async ({ invocation, name, event }) => {
  running += 1;
  process.send({ begun: invocation });
  const answer = await run(name, event);
  running -= 1;
  process.send({ invocation, ...answer }, () => {
    // By itself, so that no timer of the code fires before.
    if (running === 0) process.kill(process.pid, 'SIGSTOP');
  });
});

async function run(name, event) {
  try {
    return { result: await handlers[name](event) };
  } catch (error) {
    return { error: error?.stack ?? String(error) };
  }
}

process.send({ ready: true, handlers: Object.keys(handlers) });

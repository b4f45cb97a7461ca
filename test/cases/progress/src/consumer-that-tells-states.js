const handledImports = new Map(); // flag: no-memory-progress

const run = async (work, event) => {
  if (handledImports.get(event.id)?.status === 'completed') return;
  handledImports.set(event.id, { status: 'processing' });
  await work(event);
  handledImports.set(event.id, { status: 'completed' });
};

const tell = (id) => handledImports.get(id)?.status ?? 'unknown';

module.exports = { run, tell };

const functions = require('@google-cloud/functions-framework');
const { Storage } = require('@google-cloud/storage');
const { makeContactSheet } = require('./sheets');

const storage = new Storage();

const once = (() => {
  const ids = new Map(); // flag: no-memory-dedup
  return (id) => {
    const known = ids.has(id);
    ids.set(id, Date.now());
    return !known;
  };
})();

functions.cloudEvent('contactSheet', (event) => {
  if (!once(event.id)) return undefined;
  const { bucket, name } = event.data;
  return storage
    .bucket(bucket)
    .file(name)
    .download()
    .then(([archive]) => makeContactSheet(archive))
    .then((sheet) => storage.bucket(process.env.SHEETS_BUCKET).file(`${name}.pdf`).save(sheet));
});

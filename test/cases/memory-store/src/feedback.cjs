const Datastore = require('@seald-io/nedb');
const functions = require('@google-cloud/functions-framework');

const feedback = new Datastore(); // flag: no-memory-store

functions.http('feedback', async (req, res) => {
  if (req.method === 'POST') {
    const { stars, text } = req.body;
    const { _id } = await feedback.insertAsync({ stars, text, at: new Date() });
    res.status(201).json({ id: _id });
    return;
  }
  res.json(await feedback.findAsync({ stars: { $lte: 2 } }).sort({ at: -1 }));
});

const getBody = require('raw-body');
const shelf = new Map(); // flag: no-memory-record
exports.handler = (req, res) => {
  if (req.method === 'GET') {
    const loan = shelf.get(req.query.isbn);
    res.statusCode = loan ? 200 : 404;
    res.end(JSON.stringify(loan));
    return;
  }
  getBody(req, (error, buffer) => {
    if (error) return res.end();
    const given = JSON.parse(buffer.toString());
    shelf.set(given.isbn, { isbn: given.isbn, reader: given.reader });
    res.end('ok');
  });
};

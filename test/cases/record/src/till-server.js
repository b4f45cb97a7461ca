import http from 'node:http';

const sales = [{ id: 'S-1', total: 12 }]; // flag: no-memory-record

http
  .createServer((request, response) => {
    if (request.method === 'POST') {
      sales.push({ id: request.headers['x-sale'], total: 0 });
      response.writeHead(201).end();
      return;
    }
    response.end(JSON.stringify(sales));
  })
  .listen(process.env.PORT);

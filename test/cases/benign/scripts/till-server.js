import http from 'node:http';

const sales = [{ id: 'S-1', total: 12 }];

http
  .createServer((request, response) => {
    if (request.method === 'POST') {
      sales.push({ id: `S-${sales.length + 1}`, total: 0 });
      response.writeHead(201).end();
      return;
    }
    response.end(JSON.stringify(sales));
  })
  .listen(3000);

const { listCustomers } = require('../src/customers');

let exported = 0;

async function main() {
  for (const customer of await listCustomers()) {
    exported += 1;
    process.stdout.write(`${JSON.stringify(customer)}\n`);
  }
  process.stderr.write(`${exported} customers\n`);
}

exports.main = main;

if (require.main === module) main();

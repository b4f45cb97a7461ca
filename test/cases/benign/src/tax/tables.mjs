// Loaded from the package on first use, and loaded again by every other instance.
const tables = {};

async function tableOf(country) {
  if (!tables[country]) {
    const { default: table } = await import(`./countries/${country}.mjs`);
    tables[country] = table;
  }
  return tables[country];
}

export const handler = async (event) => {
  const { country, amount } = JSON.parse(event.body);
  const table = await tableOf(country);
  return { statusCode: 200, body: JSON.stringify({ tax: amount * table.standard }) };
};

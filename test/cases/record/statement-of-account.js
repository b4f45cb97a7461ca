const functions = require('@google-cloud/functions-framework');
const { entriesOf } = require('./ledger');

class Statement {
  constructor(account) {
    this.account = account;
    this.months = new Map();
    this.balance = 0;
  }

  add(entry) {
    const month = entry.date.slice(0, 7);
    const list = this.months.get(month) ?? [];
    list.push(entry);
    this.months.set(month, list);
    this.balance += entry.amount;
  }
}

functions.http('statement', async (req, res) => {
  const statement = new Statement(req.query.account);
  for await (const entry of entriesOf(statement.account)) {
    statement.add(entry);
  }
  res.json({ balance: statement.balance, months: Object.fromEntries(statement.months) });
});

import { http } from '@google-cloud/functions-framework';
import { findBerths } from './berths';

const warned = new Set<string>();

function warnOnce(parameter: string): void {
  if (warned.has(parameter)) return;
  warned.add(parameter);
  console.warn(`"${parameter}" will be removed`);
}

http('berths', async (req, res) => {
  if (req.query.length_ft) warnOnce('length_ft');
  if (req.query.draught_ft) warnOnce('draught_ft');
  res.json(await findBerths(Number(req.query.length ?? 0), Number(req.query.draught ?? 0)));
});

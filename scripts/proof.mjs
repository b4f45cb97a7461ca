// Prints which store is proven how, for each rule. The tests of test/lifecycle iterate over the same data.
import { proofs } from './proof-data.mjs';

const rows = Object.entries(proofs).flatMap(([rule, { examples }]) =>
  examples.map(({ store, proof }, index) => [
    index === 0 ? rule : '',
    store,
    proof === 'run' && store === 'Redis' ? 'run (where REDIS_URL is set, as in CI)' : proof,
  ]),
);
const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
console.log('rule × store: run by test/lifecycle, or type-checked against the types of its SDK\n');
for (const [rule, store, proof] of rows) console.log(`${rule.padEnd(widths[0])}  ${store.padEnd(widths[1])}  ${proof}`);

const count = (kind) =>
  Object.values(proofs)
    .flatMap(({ examples }) => examples)
    .filter(({ proof }) => proof === kind).length;
const gaps = Object.entries(proofs).filter(([, { examples }]) => examples.length < 2 || !examples.some(({ proof }) => proof === 'run'));
console.log(
  `\n${Object.keys(proofs).length} rules, ${count('run')} examples run, ${count('type-checked')} type-checked, ${gaps.length} gaps`,
);
process.exitCode = gaps.length > 0 ? 1 : 0;

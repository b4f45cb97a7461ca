import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { confuseCalls, confuseNames, renameLocals, statementsOf, UNRELATED } from './change-source.js';
import { allRules, lint } from './lint.js';
import { readMaterial, type SourceFile } from './material.js';

const SEED = 20240229;
const material = readMaterial();
const aFile = fc.constantFrom(...material);
const aNumber = fc.nat(1_000_000);

/** What fast-check prints of a counterexample is what the next person needs: the whole text. */
function check<T extends [unknown, ...unknown[]]>(
  runs: number,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
): void {
  fc.assert(fc.property(...arbitraries, predicate), { seed: SEED, numRuns: runs });
}

function cut(text: string, from: number, to: number): string {
  const [start, end] = [from % (text.length + 1), to % (text.length + 1)].sort((a, b) => a - b) as [number, number];
  return text.slice(0, start) + text.slice(end);
}

describe('whatever the source', () => {
  it('no rule throws or hangs on files with a part cut out', () => {
    check<[SourceFile, number, number]>(120, [aFile, aNumber, aNumber], ({ name, text }, from, to) => {
      lint({ name, text: cut(text, from, to) });
    });
  });

  it('no rule throws or hangs on files whose names are confused', () => {
    check<[SourceFile, [number, number][]]>(
      150,
      [aFile, fc.array(fc.tuple(aNumber, aNumber), { minLength: 1, maxLength: 6 })],
      ({ name, text }, pairs) => {
        lint({ name, text: pairs.reduce((changed, [from, to]) => confuseNames(changed, from, to), text) });
      },
    );
  });

  it('no rule throws or hangs on functions that call themselves and one another', () => {
    let parsed = 0;
    check<[SourceFile, [number, number][]]>(
      150,
      [aFile, fc.array(fc.tuple(aNumber, aNumber), { minLength: 2, maxLength: 8 })],
      ({ name, text }, pairs) => {
        if (lint({ name, text: pairs.reduce((changed, [from, to]) => confuseCalls(changed, from, to), text) })) parsed += 1;
      },
    );
    expect(parsed, 'changed files that parse').toBeGreaterThan(100);
  });

  it('no rule throws or hangs on statements of several files in one', () => {
    const pool = material.flatMap(statementsOf).filter((statement) => statement.length < 2_000);
    let parsed = 0;
    const aStatement = fc.constantFrom(...pool);
    check<[SourceFile, string[], string[], number, number]>(
      80,
      [aFile, fc.array(aStatement, { maxLength: 8 }), fc.array(aStatement, { maxLength: 4 }), aNumber, aNumber],
      ({ name, text }, outside, inside, from, to) => {
        const spliced = `${text}\n${outside.filter((statement) => !/^return\b/.test(statement)).join('\n')}\nexport async function handleSpliced(event, context) {\n${inside.filter((statement) => !/^(im|ex)port\b/.test(statement)).join('\n')}\n}\n`;
        if (lint({ name, text: confuseNames(spliced, from, to) })) parsed += 1;
      },
    );
    expect(parsed, 'spliced files that parse').toBeGreaterThan(15);
  });
});

describe('reports', () => {
  it('do not change with the names of plain locals', () => {
    let compared = 0;
    check<[SourceFile, string]>(120, [aFile, fc.constantFrom('zxqv', 'qzvx', 'vvzq')], (file, letters) => {
      const text = renameLocals(file, letters);
      if (text === undefined) return;
      const places = (source: SourceFile) => lint(source)?.map(({ rule, place }) => `${place} ${rule}`);
      const before = places(file);
      expect(places({ ...file, text }), text).toEqual(before);
      if (before?.length) compared += 1;
    });
    expect(compared, 'files with reports and with locals that could be renamed').toBeGreaterThan(20);
  });

  it('do not change when unrelated functions are added', () => {
    let compared = 0;
    check<[SourceFile, string[]]>(90, [aFile, fc.shuffledSubarray(UNRELATED, { minLength: 1 })], (file, added) => {
      const text = `${file.text}\n${added.join('\n')}\n`;
      const before = lint(file);
      expect(lint({ ...file, text }), text).toEqual(before);
      if (before?.length) compared += 1;
    });
    expect(compared, 'files with reports').toBeGreaterThan(20);
  });

  it('do not depend on the order of the rules, nor on which others run', () => {
    check<[SourceFile, (typeof allRules)[number][], (typeof allRules)[number][]]>(
      60,
      [aFile, fc.shuffledSubarray([...allRules], { minLength: allRules.length }), fc.subarray([...allRules], { minLength: 1 })],
      (file, order, some) => {
        const reports = lint(file);
        expect(lint(file, order)).toEqual(reports);
        expect(lint(file, some)).toEqual(reports?.filter(({ rule }) => some.some((name) => rule === `stateless/${name}`)));
      },
    );
  });
});

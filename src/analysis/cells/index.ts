/**
 * Question: which places outlive one invocation, and what does the code do with each?
 *
 *     const seen = new Set();                  // cell `seen`
 *     const state = { importing: false };      // cell `state.importing`
 *     class Poller { #sinceId; … }             // cell `#sinceId`, where an instance lives as long as the module
 *     const next = (() => { let last = 0; … }) // cell `last`, captured by a closure made at load
 *
 * Cells are found at module bindings, properties of module-level object literals, static fields, fields of module-lived instances,
 * variables captured by closures of factories that load code calls, the object of the exports and other literals that change through their `this`, `globalThis`,
 * `process.env`, and members of imported objects.
 *
 * Each kind has a file of its own; what they share is `addRoot`, which makes a place with its uses one cell, or one for each of its parts.
 *
 * Knowingly missed: state of an instance or closure that another module makes from an exported class or factory.
 */
import type { FileAnalysis } from '../index.js';
import { createUseCollector } from '../uses.js';
import { addBindings } from './bindings.js';
import type { Cell } from './cell.js';
import { addClassFields } from './class-fields.js';
import { addClosureVariables } from './closures.js';
import { addGlobals } from './globals.js';
import { addOwnObjects } from './own-objects.js';

export type { Access, Cell } from './cell.js';

export function findCells(analysis: FileAnalysis): Cell[] {
  const { source, reach } = analysis;
  const collector = createUseCollector(source, reach, analysis.values);
  const cells: Cell[] = [];
  addBindings(analysis, collector, cells);
  addClassFields(analysis, collector, cells);
  addClosureVariables(analysis, collector, cells);
  addOwnObjects(analysis, collector, cells);
  addGlobals(analysis, collector, cells);
  return cells;
}

/**
 * Question: when are two paths the same file, and how does a message write one?
 *
 * A path is a list of pieces: text, roots (the temporary directory, the working directory, the code's folder) and holes. A hole has
 * a key, so that two expressions with the same text and the same variables are the same path. A hole that stands for a parameter can
 * be filled with the argument of a call: that is how a path is followed through helpers.
 */
import type { FunctionNode, Node } from '../ast.js';
import type { Place } from './path-places.js';

export interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  /** The property of the parameter, where it is an object: `path` of `({ path })`, `options.path`. */
  readonly property: string | undefined;
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'root'; readonly place: Place; readonly text: string; readonly isUnique: boolean }
  | {
      readonly kind: 'hole';
      readonly key: string;
      readonly node: Node;
      readonly isUnique: boolean;
      readonly parameter: Parameter | undefined;
    };

export type Path = readonly Piece[];

const MOST_ALTERNATIVES = 6;

/** What a path begins with, up to the first hole. */
export function leadingText(path: Path): string {
  let full = '';
  for (const piece of path) {
    if (piece.kind === 'hole') break;
    full += piece.text;
  }
  return full.replace(/\/{2,}/g, '/');
}

/** The folder of a path: everything before its last slash. */
export function parentOf(path: Path): Path {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const piece = path[index]!;
    if (piece.kind !== 'text') continue;
    const slash = piece.text.lastIndexOf('/');
    if (slash >= 0) return [...path.slice(0, index), ...(slash > 0 ? [{ kind: 'text' as const, text: piece.text.slice(0, slash) }] : [])];
  }
  return path.slice(0, 1);
}

/** Two paths with the same key are the same file. */
export function keyOf(path: Path): string {
  return normalise(path.map((piece) => (piece.kind === 'hole' ? `{${piece.key}}` : piece.text)).join(''));
}

/** Two paths with the same pattern differ in their holes only: files of one store. */
export function patternOf(path: Path): string {
  return normalise(path.map((piece) => (piece.kind === 'hole' ? '*' : piece.text)).join(''));
}

/** How a message writes a path: `/tmp/report-….csv`. */
export function displayOf(path: Path): string {
  const shown = normalise(path.map((piece) => (piece.kind === 'hole' ? '…' : piece.text.replace(/^~\d+$/, '/…'))).join(''));
  return shown.length > 60 ? `${shown.slice(0, 24)}…${shown.slice(-32)}` : shown;
}

function normalise(joined: string): string {
  let path = joined
    .replace(/^file:(\/\/)?/, '')
    .replace(/\/(\.\/)+/g, '/')
    .replace(/\/{2,}/g, '/');
  for (let before = ''; before !== path;) {
    before = path;
    path = path.replace(/\/(?!\.\.)[^/{}*]+\/\.\.(?=\/|$)/, '');
  }
  if (path.length > 1) path = path.replace(/\/$/, '');
  return /^[./~{*_\\…]/.test(path) ? path : `./${path}`;
}

export function isUniquePath(path: Path): boolean {
  return path.some((piece) => piece.kind !== 'text' && piece.isUnique);
}

/** Without what is there twice, and no more than can be followed. */
export function withoutTwins(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const byKey = new Map(paths.map((path) => [keyOf(path), path]));
  return [...byKey.values()].slice(0, MOST_ALTERNATIVES);
}

/** Names of methods by what they do to their receiver, as far as a first look needs them. Data only. */

const CHANGES = new Set([
  'set',
  'add',
  'push',
  'unshift',
  'append',
  'delete',
  'clear',
  'pop',
  'shift',
  'splice',
  'fill',
  'sort',
  'reverse',
  'copyWithin',
  'update',
  'next',
  'abort',
]);
const ELEMENTS = new Set([
  ...[
    'get',
    'find',
    'findLast',
    'at',
    'pop',
    'shift',
    'values',
    'entries',
    'filter',
    'slice',
    'concat',
    'toSorted',
    'toReversed',
    'toSpliced',
    'flat',
  ],
  ...['then', 'catch', 'finally'],
]);

const TEXTS = new Set([
  'split',
  'join',
  'toString',
  'toFixed',
  'toISOString',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'replace',
  'replaceAll',
  'padStart',
  'padEnd',
  'startsWith',
  'includes',
]);

/** Methods whose result is text, a list of texts, or no object at all. */
export function givesText(name: string): boolean {
  return TEXTS.has(name);
}

/** Methods that change what they are called on. */
export function changesReceiver(name: string): boolean {
  return CHANGES.has(name) || name.startsWith('getOrInsert');
}

/** Methods whose result may be an element of what they are called on, or the same elements again. */
export function givesElement(name: string): boolean {
  return ELEMENTS.has(name) || name.startsWith('getOrInsert');
}

export const SAME_VALUE_FUNCTION = /^(Object\.(values|entries|assign)|Array\.from|Boolean|Number|String)$/;

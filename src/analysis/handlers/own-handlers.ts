/**
 * Question: which handlers do the settings name?
 *
 *     handlers: [{ exportNames: ['onEvent'] }, { callees: [{ name: 'defineJob', argument: 1 }] }, { files: ['src/jobs/**'] }]
 */
import type { StatelessSettings } from '../../settings.js';
import type { Form } from '../platforms/index.js';
import { createFormTable, type FormTable } from './form-table.js';

/** Exports of the user's own platforms; `files` alone takes every export of those files. */
export function ownForms({ handlers }: StatelessSettings): FormTable | undefined {
  const forms = handlers.flatMap(({ exportNames, files, callees }): Form[] => {
    const exports = exportNames.length > 0 ? exportNames : callees.length === 0 && files.length > 0 ? ['*'] : [];
    return exports.length === 0 ? [] : [{ trigger: 'event', exports, ...(files.length > 0 && { files: filePattern(files) }) }];
  });
  return forms.length === 0 ? undefined : createFormTable([{ name: 'settings', forms }]);
}

/** Positions of handlers among the arguments, by the called name. */
export function calleesOfSettings({ handlers }: StatelessSettings, path: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { callees, files } of handlers) {
    if (callees.length === 0 || (files.length > 0 && !filePattern(files).test(path))) continue;
    for (const { name, argument } of callees) found.set(name, [...(found.get(name) ?? []), argument]);
  }
  return found;
}

function filePattern(globs: readonly string[]): RegExp {
  return new RegExp(globs.map(globPattern).join('|'));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `functions/**\/*.ts` as a pattern on the end of a path. */
function globPattern(glob: string): string {
  const body = glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) =>
      part === '**/' ? '(.*/)?' : part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : escapePattern(part),
    )
    .join('');
  return `(^|/)${body}$`;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

/** What an editor offers at a mark such as `\/* settings *\/` of a file. Members and keys only: no keywords, no names in scope. */
export function completionsAt(mark: string, file: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')) : undefined),
    getCurrentDirectory: () => path.dirname(file),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });
  const position = readFileSync(file, 'utf8').indexOf(`/* ${mark} */`);
  if (position < 0) throw new Error(`${file} has no mark "${mark}"`);
  return (
    service
      .getCompletionsAtPosition(file, position, {})
      ?.entries.map(({ name }) => name)
      .sort() ?? []
  );
}

import { createRequire } from 'node:module';
import path from 'node:path';

/** The fields of package.json that the plugin tells others: ESLint (`meta`), rule pages (`url`), the command line. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
}

const require = createRequire(import.meta.url);

// The package refers to itself by name, which finds the same file from the sources and from `dist`. A JSON import would do
// too, but Node 20 prints a warning for it.
const manifestPath = require.resolve('eslint-plugin-stateless/package.json');

export const packageManifest = require(manifestPath) as PackageManifest;

/** The folder that holds `docs`. */
export const packageRoot = path.dirname(manifestPath);

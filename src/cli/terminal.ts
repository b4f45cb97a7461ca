import { plainPaint, terminalPaint, type Paint } from '../review/paint.js';

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a command may touch of the process that runs it. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** 0: nothing found · 1: findings of severity error · 2: wrong usage, or something could not be read */
export type ExitCode = 0 | 1 | 2;

/** The command line was used wrongly. The message is one line, without the program's name. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Colour only where a person looks, and never where they said no (https://no-color.org). */
export function choosePaint({ env, stdout }: Terminal): Paint {
  if (env['NO_COLOR']) return plainPaint;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] === '0' ? plainPaint : terminalPaint;
  return stdout.isTTY === true && env['TERM'] !== 'dumb' ? terminalPaint : plainPaint;
}

/** Lines are broken where a person looks only: what reads them from a pipe wants each whole. */
export function widthOf({ stdout }: Terminal): number | undefined {
  return stdout.isTTY === true ? stdout.columns : undefined;
}

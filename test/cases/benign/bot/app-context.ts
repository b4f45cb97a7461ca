import type { Context } from './app';

// The program's own context, which its start hands over.
let appContext: Context | undefined;

export function setAppContext(context: Context): void {
  appContext = context;
}

export function useAppContext(): Context | undefined {
  return appContext;
}

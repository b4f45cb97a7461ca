import { contentTypes } from './content-types-table';

export const contentTypeOf = (extension: string, custom: Record<string, string> = {}): string | false => {
  const found = Object.assign(contentTypes, custom)[extension.replace(/^\./, '')];
  return found ?? false;
};

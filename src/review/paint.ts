import { styleText } from 'node:util';

export type Style = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'underline' | 'yellow';

export type Paint = (style: Style, text: string) => string;

export const plainPaint: Paint = (_, text) => text;

// The caller has decided already whether there is colour; newer versions of Node would decide a second time.
export const terminalPaint: Paint = (style, text) => styleText(style, text, { validateStream: false });

import { describe, expect, it } from 'vitest';

import { createProgress } from '../../src/cli/progress.js';

describe('progress', () => {
  const watch = (isTTY: boolean) => {
    const written: string[] = [];
    let time = 0;
    const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => time);
    return {
      written,
      clear: progress.clear,
      showAt: (milliseconds: number, done: number) => {
        time = milliseconds;
        progress.show(done, 400);
      },
    };
  };

  it('appears after a second, moves ten times a second at most, and leaves nothing behind', () => {
    const { written, showAt, clear } = watch(true);
    showAt(900, 80);
    expect(written).toEqual([]);
    showAt(1100, 100);
    showAt(1150, 110);
    showAt(1210, 120);
    clear();
    expect(written).toEqual(['\r\u001b[2Kreviewing 100 of 400 files', '\r\u001b[2Kreviewing 120 of 400 files', '\r\u001b[2K']);
  });

  it('stays out of short runs', () => {
    const { written, showAt, clear } = watch(true);
    showAt(500, 399);
    clear();
    expect(written).toEqual([]);
  });

  it('stays out of logs', () => {
    const { written, showAt, clear } = watch(false);
    showAt(5000, 100);
    clear();
    expect(written).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import { readSettings, SettingsError } from '../../src/settings.js';

describe('readSettings', () => {
  it('gives every list, empty where the user gave none', () => {
    expect(readSettings(undefined)).toEqual({
      handlers: [],
      memoryStores: [],
      externalStores: [],
      benignNames: [],
      sharedPaths: [],
      stores: {},
    });
    expect(readSettings({ externalStores: ['@acme/store'], handlers: [{ files: ['jobs/**'] }] })).toEqual({
      handlers: [{ exportNames: [], callees: [], files: ['jobs/**'] }],
      memoryStores: [],
      externalStores: ['@acme/store'],
      benignNames: [],
      sharedPaths: [],
      stores: {},
    });
  });

  it('takes a setting that is spelled out as undefined for one that is missing', () => {
    expect(readSettings({ handlers: [{ exportNames: ['onEvent'], files: undefined }], benignNames: undefined })).toMatchObject({
      handlers: [{ exportNames: ['onEvent'], callees: [], files: [] }],
      benignNames: [],
    });
  });

  it('reads the same object once', () => {
    const raw = { benignNames: ['warmUp'] };
    expect(readSettings(raw)).toBe(readSettings(raw));
  });

  it('takes all that the README shows', () => {
    const raw = {
      handlers: [{ exportNames: ['onEvent'] }, { callees: [{ name: 'defineJob', argument: 1 }] }, { files: ['src/jobs/**'] }],
      memoryStores: [
        {
          package: '@acme/limits',
          import: 'Limiter',
          kind: 'new',
          externalOption: 'redis',
          concern: 'rate limits',
          replacement: 'its Redis store',
        },
      ],
      externalStores: ['@acme/store', './db'],
      benignNames: ['warmUp'],
      sharedPaths: ['/data/efs'],
      stores: {
        dedup: { module: '@acme/stores', name: 'dedupStore' },
        lock: { module: '@acme/stores', name: 'lockStore' },
        counter: { module: '@acme/stores', name: 'counterStore' },
      },
    };
    expect(readSettings(raw)).toMatchObject(raw);
  });

  it.each([
    [{ handler: [] }, 'settings.stateless.handler: unknown key, did you mean "handlers"?'],
    [{ handlers: [{ callee: [] }] }, 'settings.stateless.handlers[0].callee: unknown key, did you mean "callees"?'],
    [
      { handlers: [{ exportNames: ['onEvent'] }, { callees: [{ name: 'defineJob', position: 1 }] }] },
      'settings.stateless.handlers[1].callees[0].position: unknown key, expected one of "name", "argument"',
    ],
    [{ handlers: [{ callees: [{ name: 'defineJob' }] }] }, 'settings.stateless.handlers[0].callees[0].argument: missing key'],
    [
      { handlers: [{ callees: [{ name: 'defineJob', argument: -1 }] }] },
      'settings.stateless.handlers[0].callees[0].argument: expected a position from 0, got -1',
    ],
    [{ handlers: [{}] }, 'settings.stateless.handlers[0]: expected at least one of "exportNames", "callees", "files"'],
    [{ handlers: { exportNames: ['onEvent'] } }, 'settings.stateless.handlers: expected a list, got an object'],
    [{ memoryStores: ['@acme/limits'] }, 'settings.stateless.memoryStores[0]: expected an object, got "@acme/limits"'],
    [
      { memoryStores: [{ package: '@acme/limits', import: 'Limiter', kind: 'class' }] },
      'settings.stateless.memoryStores[0].kind: expected "new" or "call", got "class"',
    ],
    [{ memoryStores: [{ package: '@acme/limits', kind: 'new' }] }, 'settings.stateless.memoryStores[0].import: missing key'],
    [{ externalStores: '@acme/store' }, 'settings.stateless.externalStores: expected a list, got "@acme/store"'],
    [{ benignNames: [''] }, 'settings.stateless.benignNames[0]: expected a non-empty string, got ""'],
    [{ sharedPaths: [null] }, 'settings.stateless.sharedPaths[0]: expected a non-empty string, got null'],
    [{ stores: {} }, 'settings.stateless.stores: expected at least one of "dedup", "lock", "counter"'],
    [{ stores: { locks: { module: './locks', name: 'locks' } } }, 'settings.stateless.stores.locks: unknown key, did you mean "lock"?'],
    [{ stores: { lock: { module: './locks' } } }, 'settings.stateless.stores.lock.name: missing key'],
    [{ stores: { dedup: { module: '', name: 'keys' } } }, 'settings.stateless.stores.dedup.module: expected a non-empty string, got ""'],
    [
      { stores: { counter: { module: './counts', name: 'default' } } },
      'settings.stateless.stores.counter.name: expected the name of an export, got "default"',
    ],
    [
      { stores: { counter: { module: './counts', name: 'my-counts' } } },
      'settings.stateless.stores.counter.name: expected the name of an export, got "my-counts"',
    ],
    [[], 'settings.stateless: expected an object, got a list'],
    [true, 'settings.stateless: expected an object, got true'],
  ])('names the wrong key of %j in one line', (raw, message) => {
    expect(() => readSettings(raw)).toThrow(new SettingsError(message));
  });
});

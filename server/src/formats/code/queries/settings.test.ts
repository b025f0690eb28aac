import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY_SETTINGS, readQuerySettings } from './settings';

describe('settings', () => {
  it.each([[undefined], [null], [3], ['x'], [[]], [{}], [{ tags: 'promql', queries: {} }]])(
    'are the defaults for %j',
    (sent) => {
      expect(readQuerySettings(sent)).toEqual(DEFAULT_QUERY_SETTINGS);
    },
  );

  it('keeps what can be names', () => {
    expect(readQuerySettings({ tags: ['promql', 'a b', 3, '$q', ''] }).tags).toEqual(['promql', '$q']);
  });

  it.each([
    [{ function: 'run', argument: 1 }],
    [{ function: 'client.run', argument: 'query' }],
    [{ module: '@acme/prom', function: 'Client.run', argument: 0 }],
  ])('takes %j', (call) => {
    expect(readQuerySettings({ queries: [call] }).calls).toEqual([call]);
  });

  it('takes the first argument where none is named', () => {
    expect(readQuerySettings({ queries: [{ function: 'run' }] }).calls).toEqual([
      { function: 'run', argument: 0 },
    ]);
  });

  it.each([
    [null],
    ['run'],
    [{}],
    [{ function: '', argument: 0 }],
    [{ function: 'a..b', argument: 0 }],
    [{ function: 'run', argument: -1 }],
    [{ function: 'run', argument: 0.5 }],
    [{ function: 'run', argument: 'a b' }],
    [{ function: 'run', argument: 0, module: 3 }],
  ])('leaves out %j', (call) => {
    expect(readQuerySettings({ queries: [call, { function: 'other', argument: 0 }] }).calls).toHaveLength(1);
  });
});

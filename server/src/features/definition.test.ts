import { describe, expect, it } from 'vitest';
import { definition, references } from './definition';
import { placesInWords, project } from './testing';

const RULES = [
  'groups:',
  '- name: g',
  '  rules:',
  '  - record: method:latency:rate5m',
  '    expr: sum by (method) (rate(latency_sum[5m]))',
  '  - alert: Slow',
  '    expr: method:latency:rate5m{method!=""} / ignoring (le) latency_bucket > 1',
  '    annotations: {summary: "{{ $labels.method }}"}',
].join('\n');
const CODE =
  'histogram latency{method}\nwrite latency {method: GET}\npanel P `latency_count`\ngauge other{method}';
const FILES = { 'a.toy': CODE, 'r.yml': RULES, 'q.promql': 'ALERTS{alertname="Slow"} + other{method="x"}' };

/** The project with the cursor in front of the `count`th `before` of a file. */
async function at(name: keyof typeof FILES, before: string, count = 1): ReturnType<typeof project> {
  const parts = FILES[name].split(before);
  const marked = `${parts.slice(0, count).join(before)}‸${before}${parts.slice(count).join(before)}`;
  return project({ ...FILES, [name]: marked });
}

describe('definition', () => {
  it.each([
    ['r.yml', 'latency_sum', 1, ['a.toy:1 latency']],
    ['r.yml', 'latency_bucket', 1, ['a.toy:1 latency']],
    ['a.toy', 'latency_count', 1, ['a.toy:1 latency']],
    ['r.yml', 'method:latency:rate5m', 2, ['r.yml:4 method:latency:rate5m']],
    ['r.yml', 'method) ', 1, ['a.toy:1 method']],
    ['r.yml', 'method!', 1, ['a.toy:1 method']],
    ['r.yml', 'method }}', 1, ['a.toy:1 method']],
    ['r.yml', 'le)', 1, ['a.toy:1 latency', 'r.yml:4 method:latency:rate5m']],
    ['a.toy', 'method: GET', 1, ['a.toy:1 method']],
    ['q.promql', 'method', 1, ['a.toy:4 method']],
    ['q.promql', 'Slow', 1, ['r.yml:6 Slow']],
    ['q.promql', 'ALERTS', 1, []],
  ] as const)('in %s of %s', async (name, before, count, expected) => {
    const { workspace, context, position } = await at(name, before, count);
    expect(await placesInWords(workspace, await definition(context, position))).toEqual(expected);
  });
});

describe('references', () => {
  const LATENCY = ['a.toy:3 latency_count', 'r.yml:5 latency_sum', 'r.yml:7 latency_bucket'];
  const METHOD = ['a.toy:2 method', 'r.yml:5 method', 'r.yml:7 method', 'r.yml:8 method'];

  it.each([
    ['a.toy', 'latency', 1, LATENCY],
    ['r.yml', 'latency_sum', 1, LATENCY],
    ['a.toy', 'method', 1, METHOD],
    ['r.yml', 'method }}', 1, METHOD],
    ['r.yml', 'method:latency:rate5m', 1, ['r.yml:7 method:latency:rate5m']],
    ['r.yml', 'Slow', 1, ['q.promql:1 Slow']],
  ] as const)('in %s of %s', async (name, before, count, expected) => {
    const { workspace, context, position } = await at(name, before, count);
    expect(await placesInWords(workspace, await references(context, position, false))).toEqual(expected);
  });

  it('may have the definition too', async () => {
    const { workspace, context, position } = await at('a.toy', 'latency_count');
    expect(await placesInWords(workspace, await references(context, position, true))).toEqual([
      'a.toy:1 latency',
      ...LATENCY,
    ]);
  });
});

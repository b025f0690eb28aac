import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from './definition';
import { createdName, familyOf, infoOf, possibleFamilies, seriesOf, storedNames } from './series';

const SPAN = { from: 0, to: 0 };
const metric = (more: Partial<MetricDefinition>): MetricDefinition => ({
  name: 'x',
  type: 'gauge',
  library: 'prom-client',
  nameSpan: SPAN,
  span: SPAN,
  ...more,
});

describe('seriesOf', () => {
  it.each<[Partial<MetricDefinition>, string[]]>([
    [{ name: 'jobs_total', type: 'counter' }, ['jobs_total counter a']],
    [{ name: 'temperature_celsius', type: 'gauge' }, ['temperature_celsius gauge a']],
    [
      { name: 'took_seconds', type: 'histogram' },
      ['took_seconds_bucket counter a,le', 'took_seconds_sum counter a', 'took_seconds_count counter a'],
    ],
    [
      { name: 'took_seconds', type: 'summary', quantiles: [0.5] },
      ['took_seconds summary a,quantile', 'took_seconds_sum counter a', 'took_seconds_count counter a'],
    ],
    [
      { name: 'took_seconds', type: 'summary', quantiles: [] },
      ['took_seconds_sum counter a', 'took_seconds_count counter a'],
    ],
    [
      { name: 'jobs_total', type: 'counter', series: ['jobs_total', 'jobs_created'] },
      ['jobs_total counter a', 'jobs_created gauge a'],
    ],
    [{ name: 'x', type: 'unknown', series: ['x', 'x_other'] }, ['x unknown a', 'x_other unknown a']],
    [{ name: 'app_info', type: 'info' }, ['app_info info a']],
  ])('of %j are %j', (more, expected) => {
    const definition = metric({ labels: [{ name: 'a' }], ...more });
    const series = seriesOf(definition);
    expect(series.map(({ name, type, labels }) => `${name} ${type} ${labels?.join(',')}`)).toEqual(expected);
    expect(storedNames(definition)).toEqual(series.map(({ name }) => name));
  });

  it('says where they are from, and nothing of labels that are not known', () => {
    const [first] = seriesOf(metric({ help: 'Help.', unit: 'bytes' }), { origin: 'app.ts', weight: 1 });
    expect(first).toEqual({
      name: 'x',
      type: 'gauge',
      help: 'Help.',
      unit: 'bytes',
      origin: 'app.ts',
      weight: 1,
    });
    expect(infoOf(metric({ name: 'x_seconds', help: '' }))).toEqual({
      name: 'x_seconds',
      type: 'gauge',
      unit: 'seconds',
      origin: 'prom-client',
      weight: 2,
    });
  });
});

describe('familyOf', () => {
  const all = [
    metric({ name: 'took_seconds', type: 'histogram' }),
    metric({ name: 'users_count' }),
    metric({ name: 'jobs_total', type: 'counter', series: ['jobs_total', 'jobs_created'] }),
    metric({ name: 'plain_total', type: 'counter' }),
  ];
  it.each([
    ['took_seconds_bucket', 'took_seconds'],
    ['took_seconds_sum', 'took_seconds'],
    ['took_seconds', 'took_seconds'],
    ['took_seconds_created', undefined],
    ['users_count', 'users_count'],
    ['users', undefined],
    ['users_count_sum', undefined],
    ['jobs_created', 'jobs_total'],
    ['jobs', undefined],
    ['plain_created', undefined],
  ])('%s belongs to %s', (series, family) => {
    expect(familyOf(series, (name) => all.filter((one) => one.name === name))?.name).toBe(family);
  });

  it('asks for few names', () => {
    expect(possibleFamilies('a_created')).toEqual(['a_created', 'a_total', 'a']);
    expect(createdName('a_total')).toBe('a_created');
    expect(createdName('a_seconds')).toBe('a_seconds_created');
  });
});

import { describe, expect, it } from 'vitest';
import { AGGREGATIONS } from './aggregations';
import { FUNCTIONS } from './functions';
import { parse } from './parse';

/** `name(types) -> type`, with upstream's variadic number and a mark for what is experimental. */
function signature(name: string): string {
  const info = FUNCTIONS.get(name);
  if (!info) return `no ${name}`;
  const types = info.parameters.map((parameter) => parameter.type).join(',');
  return `(${types}) ${info.variadic} ${info.returns}${info.experimental ? ' experimental' : ''}`;
}

/** Signatures of prometheus/prometheus v3.14.0, promql/parser/functions.go (Apache-2.0), by signature. */
const UPSTREAM: Readonly<Record<string, string>> = {
  '() 0 scalar': 'pi time',
  '() 0 scalar experimental': 'end range start step',
  '(scalar) 0 vector': 'vector',
  '(scalar,scalar) 0 scalar experimental': 'max_of min_of',
  '(scalar,vector) 0 vector': 'histogram_quantile',
  '(scalar,matrix) 0 vector': 'quantile_over_time',
  '(scalar,scalar,vector) 0 vector': 'histogram_fraction',
  '(vector) 0 scalar': 'scalar',
  '(vector) 0 vector':
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count ' +
    'histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh ' +
    'timestamp',
  '(vector) 0 vector experimental': 'start_timestamp',
  '(vector) 1 vector': 'day_of_month day_of_week day_of_year days_in_month hour minute month year',
  '(vector,scalar) 0 vector': 'clamp_max clamp_min',
  '(vector,scalar) 1 vector': 'round',
  '(vector,scalar,scalar) 0 vector': 'clamp',
  '(vector,vector) 1 vector experimental': 'info',
  '(vector,string) -1 vector experimental': 'sort_by_label sort_by_label_desc',
  '(vector,string,string,string) -1 vector': 'label_join',
  '(vector,string,string,string,string) 0 vector': 'label_replace',
  '(vector,string,scalar,scalar) 9 vector experimental': 'histogram_quantiles',
  '(matrix) 0 vector':
    'absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate ' +
    'last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time ' +
    'sum_over_time',
  '(matrix) 0 vector experimental':
    'mad_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
  '(matrix,scalar) 0 vector': 'predict_linear',
  '(matrix,scalar,scalar) 0 vector experimental': 'double_exponential_smoothing',
  // Up to Prometheus 2.55.
  '(matrix,scalar,scalar) 0 vector': 'holt_winters',
};

describe('functions', () => {
  const rows = Object.entries(UPSTREAM).flatMap(([expected, names]) =>
    names.split(' ').map((name) => [name, expected] as const),
  );

  it.each(rows)('%s is %s', (name, expected) => {
    expect(signature(name)).toBe(expected);
  });

  it('has no others', () => {
    expect([...FUNCTIONS.keys()].sort()).toEqual(rows.map(([name]) => name).sort());
  });

  /** First release with the function, from the tables of the tags v2.0.0 to v3.14.0. */
  it.each([
    ['rate', '2.0', undefined],
    ['absent_over_time', '2.16', undefined],
    ['clamp', '2.26', undefined],
    ['present_over_time', '2.29', undefined],
    ['tanh', '2.31', undefined],
    ['day_of_year', '2.36', undefined],
    ['histogram_fraction', '2.40', undefined],
    ['histogram_stddev', '2.47', undefined],
    ['mad_over_time', '2.49', undefined],
    ['histogram_avg', '2.51', undefined],
    ['info', '2.55', undefined],
    ['double_exponential_smoothing', '3.0', undefined],
    ['ts_of_last_over_time', '3.5', undefined],
    ['first_over_time', '3.7', '3.14'],
    ['histogram_quantiles', '3.11', undefined],
    ['step', '3.12', undefined],
    ['max_of', '3.13', undefined],
    ['start_timestamp', '3.14', undefined],
  ])('%s is there since %s', (name, since, stableSince) => {
    expect(FUNCTIONS.get(name)).toMatchObject({ since, ...(stableSince ? { stableSince } : {}) });
  });

  it.each([...FUNCTIONS.values(), ...AGGREGATIONS.values()])('$name is documented', (info) => {
    expect(info.summary).toMatch(/^.{10,110}\.$/u);
    expect(info.example).toContain(info.name);
    expect(info.link).toMatch(
      /^https:\/\/prometheus\.io\/docs\/prometheus\/latest\/querying\/\w+\/#[\w-]+$/u,
    );
  });
});

describe('aggregations', () => {
  it('are those of upstream', () => {
    expect([...AGGREGATIONS.keys()].sort().join(' ')).toBe(
      'avg bottomk count count_values group limit_ratio limitk max min quantile stddev stdvar sum topk',
    );
  });

  it.each([
    ['topk', 'scalar', false],
    ['bottomk', 'scalar', false],
    ['count_values', 'string', false],
    ['quantile', 'scalar', false],
    ['limitk', 'scalar', true],
    ['limit_ratio', 'scalar', true],
    ['sum', undefined, false],
    ['group', undefined, false],
  ])('%s takes %s', (name, type, experimental) => {
    const info = AGGREGATIONS.get(name);
    expect([info?.parameter?.type, info?.experimental]).toEqual([type, experimental]);
  });
});

describe('holt_winters', () => {
  const text = 'holt_winters(foo[1h], 0.5, 0.5)';

  it('is a function of Prometheus 2', () => {
    expect(parse(text, { dialect: { version: [2, 55], features: new Set() } }).faults).toEqual([]);
  });

  it('has another name since Prometheus 3.0, which a fix writes', () => {
    const [fault] = parse(text, { dialect: { version: [3, 0], features: new Set() } }).faults;
    expect(fault).toMatchObject({
      code: 'promql/unknown-function',
      span: { from: 0, to: 12 },
      fixes: [{ edits: [{ span: { from: 0, to: 12 }, newText: 'double_exponential_smoothing' }] }],
    });
    expect(fault?.message).toContain('since Prometheus 3.0');
  });
});

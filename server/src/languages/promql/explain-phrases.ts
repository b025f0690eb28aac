/**
 * How functions, aggregations and operators are said. In a phrase, `{0}`, `{1}`, … stand for the arguments
 * (`{n:percentile}`, `{n:duration}`, `{n:word}` for an argument in another guise), `{over}` for the time that a range
 * vector covers.
 */
export interface Phrase {
  readonly say: string;
  /** Said when `{0}` begins with `the`, which it loses: `the highest per-second rate of …`. */
  readonly fused?: string;
  /** Said when there is no argument. */
  readonly bare?: string;
  /** Said when arguments that may be left out are there. */
  readonly full?: string;
  /** Said where the argument is more than one thing: `targets that are down`. */
  readonly plural?: string;
  /** Makes one value of all series. */
  readonly single?: true;
  /** The argument that is a histogram, or the rates of its buckets. */
  readonly histogram?: number;
  /** A sentence rather than a name of values: it is true where the function gives a result. */
  readonly statement?: true;
  /** The values have the unit of this argument. */
  readonly unitOf?: number;
}

type Phrases = ReadonlyMap<string, Phrase>;

const overTime = (what: string, unitOf?: number): Phrase => ({ say: `the ${what} of {0} {over}`, unitOf });
const of = (what: string, unitOf?: number): Phrase => ({ say: `the ${what} of {0}`, unitOf });
const calendar = (what: string): Phrase => ({
  say: `the ${what} (UTC) of {0}`,
  bare: `the current ${what} (UTC)`,
});

export const FUNCTION_PHRASES: Phrases = new Map<string, Phrase>(
  Object.entries({
    rate: overTime('per-second rate'),
    irate: overTime('instant per-second rate'),
    increase: overTime('increase', 0),
    delta: overTime('change', 0),
    idelta: { say: 'the change of {0} between its last two samples {over}', unitOf: 0 },
    deriv: overTime('per-second slope'),
    predict_linear: { say: 'the value of {0} expected in {1:duration}, from its trend {over}', unitOf: 0 },
    double_exponential_smoothing: overTime('smoothed value', 0),
    changes: overTime('number of changes'),
    resets: overTime('number of resets'),

    avg_over_time: overTime('average', 0),
    min_over_time: overTime('lowest value', 0),
    max_over_time: overTime('highest value', 0),
    sum_over_time: overTime('sum of all samples', 0),
    count_over_time: overTime('number of samples'),
    first_over_time: overTime('first value', 0),
    last_over_time: overTime('last value', 0),
    stddev_over_time: overTime('standard deviation', 0),
    stdvar_over_time: overTime('variance'),
    mad_over_time: overTime('median absolute deviation', 0),
    quantile_over_time: { say: 'the {0:percentile} of {1} {over}', unitOf: 1 },
    present_over_time: { say: '{0} has samples {over}', statement: true },
    absent_over_time: {
      say: '{0} has no samples {over}',
      plural: 'there are no {0} {over}',
      statement: true,
    },
    ts_of_first_over_time: overTime('time of the first sample'),
    ts_of_last_over_time: overTime('time of the last sample'),
    ts_of_max_over_time: overTime('time of the highest sample'),
    ts_of_min_over_time: overTime('time of the lowest sample'),

    absent: { say: '{0} is missing', plural: 'there are no {0}', statement: true },
    histogram_quantile: { say: 'the {0:percentile} of {1}', histogram: 1, unitOf: 1 },
    histogram_quantiles: { say: 'the quantiles of {0}, told by the label {1:word}', histogram: 0, unitOf: 0 },
    histogram_fraction: { say: 'the share of observations between {0} and {1} in {2}', histogram: 2 },
    histogram_count: of('number of observations'),
    histogram_sum: of('sum of the observations', 0),
    histogram_avg: of('average observation', 0),
    histogram_stddev: of('standard deviation of the observations', 0),
    histogram_stdvar: of('variance of the observations'),

    abs: of('absolute value', 0),
    ceil: { say: '{0}, rounded up', unitOf: 0 },
    floor: { say: '{0}, rounded down', unitOf: 0 },
    round: { say: '{0}, rounded', full: '{0}, rounded to a multiple of {1}', unitOf: 0 },
    clamp: { say: '{0}, kept between {1} and {2}', unitOf: 0 },
    clamp_min: { say: '{0}, but at least {1}', unitOf: 0 },
    clamp_max: { say: '{0}, but at most {1}', unitOf: 0 },
    sgn: of('sign'),
    sqrt: of('square root'),
    exp: of('exponential'),
    ln: of('natural logarithm'),
    log2: of('binary logarithm'),
    log10: of('decimal logarithm'),
    sin: of('sine'),
    cos: of('cosine'),
    tan: of('tangent'),
    asin: of('arcsine'),
    acos: of('arccosine'),
    atan: of('arctangent'),
    sinh: of('hyperbolic sine'),
    cosh: of('hyperbolic cosine'),
    tanh: of('hyperbolic tangent'),
    asinh: of('inverse hyperbolic sine'),
    acosh: of('inverse hyperbolic cosine'),
    atanh: of('inverse hyperbolic tangent'),
    deg: { say: '{0}, in degrees' },
    rad: { say: '{0}, in radians' },
    pi: { say: 'π' },
    max_of: { say: 'the higher of {0} and {1}', unitOf: 0 },
    min_of: { say: 'the lower of {0} and {1}', unitOf: 0 },

    time: { say: 'the current time' },
    timestamp: of('time of the last sample'),
    start_timestamp: { say: 'the time at which {0} began to count' },
    minute: calendar('minute of the hour'),
    hour: calendar('hour'),
    day_of_week: calendar('day of the week'),
    day_of_month: calendar('day of the month'),
    day_of_year: calendar('day of the year'),
    days_in_month: calendar('number of days in the month'),
    month: calendar('month'),
    year: calendar('year'),
    start: { say: 'the start of the query' },
    end: { say: 'the end of the query' },
    step: { say: 'the step of the query' },
    range: { say: 'the range of the query' },

    vector: { say: '{0}', unitOf: 0 },
    scalar: { say: '{0} as a single number', single: true, unitOf: 0 },
    sort: { say: '{0}, lowest first', unitOf: 0 },
    sort_desc: { say: '{0}, highest first', unitOf: 0 },
    sort_by_label: { say: '{0}, in the order of its labels', unitOf: 0 },
    sort_by_label_desc: { say: '{0}, in the reverse order of its labels', unitOf: 0 },
    label_replace: { say: '{0}, with the label {1:word} made from {3:word}', unitOf: 0 },
    label_join: { say: '{0}, with other labels joined into {1:word}', unitOf: 0 },
    info: { say: '{0}, with the labels of its info metric', unitOf: 0 },
  }),
);

/** `{0}` is what is aggregated, `{1}` the parameter. */
export const AGGREGATION_PHRASES: Phrases = new Map<string, Phrase>([
  ['sum', { say: 'the total of {0}', fused: 'the total {0}', unitOf: 0 }],
  ['avg', { say: 'the average of {0}', fused: 'the average {0}', unitOf: 0 }],
  ['min', { say: 'the lowest value of {0}', fused: 'the lowest {0}', unitOf: 0 }],
  ['max', { say: 'the highest value of {0}', fused: 'the highest {0}', unitOf: 0 }],
  ['count', { say: 'the number of series of {0}' }],
  ['group', { say: '1 where there is any {0}' }],
  ['stddev', { say: 'the standard deviation of {0}', unitOf: 0 }],
  ['stdvar', { say: 'the variance of {0}' }],
  ['quantile', { say: 'the {1:percentile} of {0}', unitOf: 0 }],
  ['topk', { say: 'the {1} highest of {0}', unitOf: 0 }],
  ['bottomk', { say: 'the {1} lowest of {0}', unitOf: 0 }],
  ['limitk', { say: 'any {1} series of {0}', unitOf: 0 }],
  ['limit_ratio', { say: 'a share of {1} of the series of {0}', unitOf: 0 }],
  ['count_values', { say: 'the number of series with each value of {0}, which is in the label {1:word}' }],
]);

export const ARITHMETIC_PHRASES: ReadonlyMap<string, string> = new Map([
  ['+', '{0} plus {1}'],
  ['-', '{0} minus {1}'],
  ['*', '{0} times {1}'],
  ['/', '{0} divided by {1}'],
  ['%', 'the remainder of {0} divided by {1}'],
  ['^', '{0} to the power of {1}'],
  ['atan2', 'the angle whose tangent is {0} over {1}'],
  ['</', 'the observations of {0} up to {1}'],
  ['>/', 'the observations of {0} from {1} on'],
]);

/** What stands between `it is` and the other side of a comparison, and the comparison with its sides exchanged. */
export const COMPARISONS: ReadonlyMap<string, { readonly words: string; readonly swapped: string }> = new Map(
  [
    ['>', { words: 'above ', swapped: '<' }],
    ['>=', { words: 'at least ', swapped: '<=' }],
    ['<', { words: 'below ', swapped: '>' }],
    ['<=', { words: 'at most ', swapped: '>=' }],
    ['==', { words: '', swapped: '==' }],
    ['!=', { words: 'not ', swapped: '!=' }],
  ],
);

/** What a value is in after division by a factor. */
export const SCALES: readonly {
  readonly unit: 'seconds' | 'bytes';
  readonly factor: number;
  readonly words: string;
}[] = [
  { unit: 'seconds', factor: 60, words: 'minutes' },
  { unit: 'seconds', factor: 3600, words: 'hours' },
  { unit: 'seconds', factor: 86_400, words: 'days' },
  { unit: 'bytes', factor: 1024, words: 'KiB' },
  { unit: 'bytes', factor: 1024 ** 2, words: 'MiB' },
  { unit: 'bytes', factor: 1024 ** 3, words: 'GiB' },
  { unit: 'bytes', factor: 1024 ** 4, words: 'TiB' },
  { unit: 'bytes', factor: 1e6, words: 'MB' },
  { unit: 'bytes', factor: 1e9, words: 'GB' },
];

/** Metrics whose 0 and 1 have names. */
export const STATES: ReadonlyMap<
  string,
  { readonly what: string; readonly zero: string; readonly one: string }
> = new Map([
  ['up', { what: 'targets', zero: 'are down', one: 'are up' }],
  ['probe_success', { what: 'probes', zero: 'fail', one: 'succeed' }],
]);

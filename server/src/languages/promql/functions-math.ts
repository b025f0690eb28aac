import type { FunctionInfo } from './function-info';
import { instant, row, scalar, type Row } from './function-rows';

const VALUES = instant('Instant vector; histogram samples in it are dropped.');

function math(name: string, summary: string, example: string, rest: Partial<Row> = {}): FunctionInfo {
  return row(name, { parameters: [VALUES], summary, example, ...rest });
}

/** A function of an angle or a ratio, on the functions page under one heading. */
function trigonometric(name: string, summary: string): FunctionInfo {
  return row(name, {
    parameters: [VALUES],
    anchor: 'trigonometric-functions',
    since: '2.31',
    summary,
    details: 'Angles are in radians.',
    example: `${name}(vector(0.5))`,
  });
}

/** Functions on each value by itself. */
export const MATH_FUNCTIONS = [
  math('abs', 'Absolute value of each sample.', 'abs(node_timex_offset_seconds)'),
  math('ceil', 'Each value rounded up to a whole number.', 'ceil(node_load1)'),
  math('floor', 'Each value rounded down to a whole number.', 'floor(node_load1)'),
  math(
    'round',
    'Each value rounded to the nearest whole number, or multiple of `to_nearest`.',
    'round(node_load1, 0.5)',
    {
      parameters: [VALUES, scalar('to_nearest', 'The step to round to, 1 if left out; may be a fraction.')],
      variadic: 1,
      details: 'A value exactly half way is rounded up.',
    },
  ),
  math('sgn', 'Sign of each value: 1, 0 or -1.', 'sgn(node_timex_offset_seconds)', { since: '2.26' }),
  math('clamp', 'Each value limited to between `min` and `max`.', 'clamp(node_load1, 0, 10)', {
    parameters: [VALUES, scalar('min', 'Lower limit.'), scalar('max', 'Upper limit.')],
    since: '2.26',
    details: 'Gives nothing if `min` is above `max`.',
  }),
  math('clamp_max', 'Each value limited to at most `max`.', 'clamp_max(node_load1, 10)', {
    parameters: [VALUES, scalar('max', 'Upper limit.')],
  }),
  math('clamp_min', 'Each value limited to at least `min`.', 'x / clamp_min(y, 1)', {
    parameters: [VALUES, scalar('min', 'Lower limit.')],
  }),
  math('sqrt', 'Square root of each value.', 'sqrt(node_load1)'),
  math('exp', 'e to the power of each value.', 'exp(vector(1))'),
  math('ln', 'Natural logarithm of each value.', 'ln(node_memory_MemTotal_bytes)', {
    details: '0 gives `-Inf`, a negative value `NaN`.',
  }),
  math('log2', 'Binary logarithm of each value.', 'log2(node_memory_MemTotal_bytes)', {
    details: '0 gives `-Inf`, a negative value `NaN`.',
  }),
  math('log10', 'Decimal logarithm of each value.', 'log10(node_memory_MemTotal_bytes)', {
    details: '0 gives `-Inf`, a negative value `NaN`.',
  }),
  trigonometric('acos', 'Arc cosine of each value.'),
  trigonometric('acosh', 'Inverse hyperbolic cosine of each value.'),
  trigonometric('asin', 'Arc sine of each value.'),
  trigonometric('asinh', 'Inverse hyperbolic sine of each value.'),
  trigonometric('atan', 'Arc tangent of each value.'),
  trigonometric('atanh', 'Inverse hyperbolic tangent of each value.'),
  trigonometric('cos', 'Cosine of each value.'),
  trigonometric('cosh', 'Hyperbolic cosine of each value.'),
  trigonometric('sin', 'Sine of each value.'),
  trigonometric('sinh', 'Hyperbolic sine of each value.'),
  trigonometric('tan', 'Tangent of each value.'),
  trigonometric('tanh', 'Hyperbolic tangent of each value.'),
  math('deg', 'Each value converted from radians to degrees.', 'deg(vector(pi()))', {
    anchor: 'trigonometric-functions',
    since: '2.31',
  }),
  math('rad', 'Each value converted from degrees to radians.', 'rad(vector(180))', {
    anchor: 'trigonometric-functions',
    since: '2.31',
  }),
  row('pi', {
    parameters: [],
    returns: 'scalar',
    anchor: 'trigonometric-functions',
    since: '2.31',
    summary: 'The number π.',
    example: '2 * pi()',
  }),
  row('max_of', {
    parameters: [scalar('a', 'A number.'), scalar('b', 'Another number.')],
    returns: 'scalar',
    experimental: true,
    since: '3.13',
    summary: 'The larger of two numbers.',
    details: 'Inside a duration, `metric[max_of(step(), 5m)]`, it needs no feature flag since 3.14.',
    example: 'max_of(scalar(node_load1), 1)',
  }),
  row('min_of', {
    parameters: [scalar('a', 'A number.'), scalar('b', 'Another number.')],
    returns: 'scalar',
    experimental: true,
    since: '3.13',
    summary: 'The smaller of two numbers.',
    details: 'Inside a duration, `metric[min_of(range(), 1h)]`, it needs no feature flag since 3.14.',
    example: 'min_of(scalar(node_load1), 1)',
  }),
];

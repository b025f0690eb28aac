/** Base units that metric names end in, by https://prometheus.io/docs/practices/naming/#base-units, and other usual ones. */
const UNITS = new Set([
  'seconds',
  'milliseconds',
  'bytes',
  'bits',
  'celsius',
  'ratio',
  'percent',
  'meters',
  'volts',
  'amperes',
  'joules',
  'watts',
  'watt',
  'grams',
  'hertz',
  'rpm',
]);

/** The unit that a metric's name tells: `seconds` of `x_seconds`, `x_seconds_total` and `x_seconds_sum`. */
export function unitOfName(name: string): string | undefined {
  const word = /(?:^|_)([a-z]+)(?:_total|_sum)?$/.exec(name)?.[1];
  return word !== undefined && UNITS.has(word) ? word : undefined;
}

/**
 * Words that OpenTelemetry's units (UCUM's codes) become in names of metrics. Source: unitMap and perUnitMap of
 * prometheus/otlptranslator, metric_namer.go.
 */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['d', 'days'],
  ['h', 'hours'],
  ['min', 'minutes'],
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
  ['ns', 'nanoseconds'],
  ['By', 'bytes'],
  ['KiBy', 'kibibytes'],
  ['MiBy', 'mebibytes'],
  ['GiBy', 'gibibytes'],
  ['TiBy', 'tibibytes'],
  ['KBy', 'kilobytes'],
  ['MBy', 'megabytes'],
  ['GBy', 'gigabytes'],
  ['TBy', 'terabytes'],
  ['m', 'meters'],
  ['V', 'volts'],
  ['A', 'amperes'],
  ['J', 'joules'],
  ['W', 'watts'],
  ['g', 'grams'],
  ['Cel', 'celsius'],
  ['Hz', 'hertz'],
  ['1', ''],
  ['%', 'percent'],
]);

const PER: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['mo', 'month'],
  ['y', 'year'],
]);

/** The words for a unit, `['bytes', 'per_second']` for `By/s`; none for `1`, `{requests}` and the like. */
export function unitWords(unit: string): string[] {
  const slash = unit.indexOf('/');
  const [main, per] = slash < 0 ? [unit, ''] : [unit.slice(0, slash), unit.slice(slash + 1)];
  const words = [word(main, UNITS), word(per, PER).replace(/^(?=.)/, 'per_')];
  return words.filter((text) => text !== '');
}

function word(code: string, words: ReadonlyMap<string, string>): string {
  const trimmed = code.trim();
  return /[{}]/.test(trimmed) ? '' : (words.get(trimmed) ?? trimmed);
}

/** Units and their base units. Source: prometheus/client_golang, testutil/promlint/validations/units.go. */
const BASE_UNITS: ReadonlyMap<string, string> = new Map([
  ...['amperes', 'bytes', 'celsius', 'grams', 'joules', 'kelvin', 'meters', 'metres', 'seconds', 'volts'].map(
    (unit): [string, string] => [unit, unit],
  ),
  ['minutes', 'seconds'],
  ['hours', 'seconds'],
  ['days', 'seconds'],
  ['weeks', 'seconds'],
  ['kelvins', 'kelvin'],
  ['fahrenheit', 'celsius'],
  ['rankine', 'celsius'],
  ['inches', 'meters'],
  ['yards', 'meters'],
  ['miles', 'meters'],
  ['bits', 'bytes'],
  ['calories', 'joules'],
  ['pounds', 'grams'],
  ['ounces', 'grams'],
]);

const PREFIX =
  /^(?:pico|nano|micro|milli|centi|deci|deca|hecto|kilo|kibi|mega|mibi|mebi|giga|gibi|tera|tebi|peta|pebi)/;

/** Abbreviations of units that names shouldn't hold; same source. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  's',
  'ms',
  'us',
  'ns',
  'sec',
  'b',
  'kb',
  'mb',
  'gb',
  'tb',
  'pb',
  'm',
  'h',
  'd',
]);

/** The first word of a name that is a unit, and the base unit to use for it. */
export function unitIn(name: string): { readonly unit: string; readonly base: string } | undefined {
  for (const word of name.split('_')) {
    const base = BASE_UNITS.get(word) ?? BASE_UNITS.get(word.replace(PREFIX, ''));
    if (base !== undefined) return { unit: word, base };
  }
  return undefined;
}

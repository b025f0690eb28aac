import { formatDuration, MONTHS, WEEKDAYS } from './duration';
import { formatFloat } from './format-number';
import { formatTime, STRING_LAYOUT } from './time-format';
import { byBytes, sortedEntries, type GoValue, type MapValue } from './values';

/** The text of a value's own `String` method; `undefined` if it has none. */
export function stringOf(value: GoValue): string | undefined {
  switch (value.kind) {
    case 'int':
      if (value.type === 'time.Duration') return formatDuration(value.value);
      if (value.type === 'time.Month') return MONTHS[Number(value.value) - 1] ?? `%!Month(${value.value})`;
      if (value.type === 'time.Weekday') return WEEKDAYS[Number(value.value)] ?? `%!Weekday(${value.value})`;
      return undefined;
    case 'time':
      return formatTime(value, STRING_LAYOUT);
    case 'map':
      return value.type === 'template.KV' ? pairsText(sortedPairs(value)) : undefined;
    case 'list':
      if (value.type !== 'template.Pairs') return undefined;
      return pairsText(
        value.items.map((pair) => {
          const field = (name: string): string =>
            pair.kind === 'struct' ? plainText(pair.fields.get(name) ?? { kind: 'none' }) : '';
          return [field('Name'), field('Value')];
        }),
      );
    default:
      return undefined;
  }
}

/** Name and value of each, `alertname` first (template/template.go `SortedPairs`). */
export function sortedPairs({ entries }: MapValue): [string, string][] {
  const names = [...entries.keys()].sort((a, b) => {
    if (a === b) return 0;
    if (a === 'alertname') return -1;
    return b === 'alertname' ? 1 : byBytes(a, b);
  });
  return names.map((name) => {
    const value = entries.get(name);
    return [name, value?.kind === 'string' ? value.value : ''];
  });
}

function pairsText(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join(', ');
}

/** A value as Go's fmt prints it by `%v`. */
export function plainText(value: GoValue): string {
  const method = stringOf(value);
  if (method !== undefined) return method;
  switch (value.kind) {
    case 'none':
      return '<nil>';
    case 'bool':
    case 'int':
    case 'string':
      return String(value.value);
    case 'float':
      return formatFloat(value.value, 'g');
    case 'complex':
      return `(${formatFloat(value.re, 'g')}${formatFloat(value.im, 'g', { plus: true })}i)`;
    case 'map':
      return `map[${sortedEntries(value)
        .map(([key, one]) => `${key}:${plainText(one)}`)
        .join(' ')}]`;
    case 'list':
      return `[${value.items.map(plainText).join(' ')}]`;
    case 'struct':
      return `{${[...value.fields.values()].map(plainText).join(' ')}}`;
    case 'time':
      return '';
  }
}

/** Values as fmt.Sprint prints them: with a space between two that are no strings. */
export function sprint(values: readonly GoValue[]): string {
  let text = '';
  for (const [i, value] of values.entries()) {
    if (i > 0 && value.kind !== 'string' && values[i - 1]?.kind !== 'string') text += ' ';
    text += plainText(value);
  }
  return text;
}

/** A value as an action prints it. */
export function printed(value: GoValue): string {
  return value.kind === 'none' ? '<no value>' : plainText(value);
}

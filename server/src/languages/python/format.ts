import { putValue } from '../code/put';
import type { LiteralPart, StringPart } from '../code/string-region';
import type { CodeValue } from '../code/tree';
import type { Doubled } from './notation';
import { PythonNotation } from './notation';

/** What is put into a text: by position and by name. */
export interface FormatArguments {
  readonly positional: readonly (CodeValue | undefined)[];
  readonly named: ReadonlyMap<string, CodeValue>;
}

/**
 * `text.format(…)`: https://docs.python.org/3/library/string.html#format-string-syntax
 * A field whose value is known, and not formatted further, is filled in; others are holes.
 */
export function formatParts(
  parts: readonly StringPart[],
  { positional, named }: FormatArguments,
): StringPart[] {
  let next = 0;
  return fillParts(parts, 'braces', FIELD, (field) => {
    const [, key = '', rest = ''] = /^\{([^{}!:.[\]]*)(.*)\}$/s.exec(field) ?? [];
    const value = /^\d*$/.test(key) ? positional[key === '' ? next++ : Number(key)] : named.get(key);
    return rest === '' ? value : undefined;
  });
}

/**
 * `text % values`: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
export function percentParts(
  parts: readonly StringPart[],
  { positional, named }: FormatArguments,
): StringPart[] {
  let next = 0;
  return fillParts(parts, 'percent', CONVERSION, (conversion) => {
    const [, key, rest = ''] = /^%(?:\(([^()]*)\))?(.*)$/s.exec(conversion) ?? [];
    const value = key === undefined ? positional[next++] : named.get(key);
    return /^[sd]$/.test(rest) && (rest === 's' || value?.kind === 'number') ? value : undefined;
  });
}

const FIELD = String.raw`\{\{|\}\}|(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})`;
const CONVERSION = String.raw`%%|(%(?:\([^()]*\))?[#0\- +]{0,5}(?:\*|\d{1,4})?(?:\.(?:\*|\d{1,4})?)?[hlL]?[diouxXeEfFgGcrsa])`;
const ESCAPED = String.raw`\\N\{[^{}]*\}|\\[^]`;

/** Splits literals where `pattern`'s first group is found, and puts there what `fill` knows. */
function fillParts(
  parts: readonly StringPart[],
  doubled: Doubled,
  pattern: string,
  fill: (field: string) => CodeValue | undefined,
): StringPart[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'literal' || !(part.notation instanceof PythonNotation)) return [part];
    // Text of an f-string would be decoded twice.
    if (part.notation.doubled !== undefined) return [part];
    const notation = part.notation.as(doubled);
    const stretch = (from: number, to: number): LiteralPart => ({
      kind: 'literal',
      from: part.from + from,
      raw: part.raw.slice(from, to),
      notation,
    });
    const filled: StringPart[] = [];
    let at = 0;
    const search = new RegExp(part.notation.isRaw ? pattern : `${ESCAPED}|${pattern}`, 'g');
    for (const { 1: field, index } of part.raw.matchAll(search)) {
      if (field === undefined) continue;
      const span = { from: part.from + index, to: part.from + index + field.length };
      filled.push(stretch(at, index), putValue(fill(field), span));
      at = index + field.length;
    }
    return [...filled, stretch(at, part.raw.length)];
  });
}

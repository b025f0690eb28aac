import { bytesOf, textOf } from './bytes';
import { equalsAny, less } from './compare';
import { htmlEscape, jsEscape, queryEscape } from './escape';
import { plainText, sprint } from './print';
import { sprintf } from './printf';
import { textOfValue, type GoFunction, type ParameterKind } from './signature';
import { bool, fail, goType, int, isTrue, NONE, string, zeroOf, type GoValue } from './values';

function define(
  parameters: readonly ParameterKind[],
  call: (...values: GoValue[]) => GoValue,
  variadic = false,
): GoFunction {
  return { parameters, variadic, call: (values) => call(...values) };
}

const values: readonly ParameterKind[] = ['value'];
const two: readonly ParameterKind[] = ['value', 'value'];

/** Text/template's own functions (funcs.go); `and` and `or` are the executor's, for they leave values unevaluated. */
export const goFunctionTable: ReadonlyMap<string, GoFunction> = new Map<string, GoFunction>([
  ['not', define(values, (value = NONE) => bool(!isTrue(value)))],
  ['eq', define(two, (...all) => bool(equalsAny(all)), true)],
  ['ne', define(two, (...all) => bool(!equalsAny(all)))],
  ['lt', define(two, (a = NONE, b = NONE) => bool(less(a, b)))],
  ['le', define(two, (a = NONE, b = NONE) => bool(less(a, b) || equalsAny([a, b])))],
  ['gt', define(two, (a = NONE, b = NONE) => bool(!less(a, b) && !equalsAny([a, b])))],
  ['ge', define(two, (a = NONE, b = NONE) => bool(!less(a, b)))],
  ['len', define(values, (value = NONE) => int(length(value)))],
  ['index', define(two, (item = NONE, ...keys) => keys.reduce(indexed, item), true)],
  ['slice', define(two, (item = NONE, ...ends) => sliced(item, ends), true)],
  ['print', define(values, (...all) => string(sprint(all)), true)],
  ['println', define(values, (...all) => string(`${all.map(plainText).join(' ')}\n`), true)],
  [
    'printf',
    define(['string', 'value'], (format, ...all) => string(sprintf(textOfValue(format), all)), true),
  ],
  ['html', define(values, (...all) => string(htmlEscape(argumentsText(all))), true)],
  ['js', define(values, (...all) => string(jsEscape(argumentsText(all))), true)],
  ['urlquery', define(values, (...all) => string(queryEscape(argumentsText(all))), true)],
  ['call', define(two, (value = NONE) => fail(`non-function of type ${goType(value)}`), true)],
]);

/** A single string as it is, other values as `print` has them (funcs.go `evalArgs`). */
function argumentsText(all: readonly GoValue[]): string {
  const [only] = all;
  if (all.length === 1 && only?.kind === 'string') return only.value;
  return all.length === 1 && only?.kind === 'none' ? '<no value>' : sprint(all);
}

function length(value: GoValue): number {
  switch (value.kind) {
    case 'string':
      return bytesOf(value.value).length;
    case 'list':
      return value.items.length;
    case 'map':
      return value.entries.size;
    default:
      return fail(value.kind === 'none' ? 'len of nil pointer' : `len of type ${goType(value)}`);
  }
}

function indexed(item: GoValue, key: GoValue): GoValue {
  switch (item.kind) {
    case 'map':
      if (key.kind !== 'string') return fail(`value has type ${goType(key)}; should be string`);
      return item.entries.get(key.value) ?? zeroOf(item);
    case 'list':
      return item.items[position(key, item.items.length - 1)] ?? NONE;
    case 'string': {
      const bytes = bytesOf(item.value);
      return int(bytes[position(key, bytes.length - 1)] ?? 0, 'uint8');
    }
    default:
      return fail(item.kind === 'none' ? 'index of untyped nil' : `can't index item of type ${goType(item)}`);
  }
}

/** A position up to `most`. */
function position(key: GoValue, most: number): number {
  if (key.kind === 'none') return fail('cannot index slice/array with nil');
  if (key.kind !== 'int') return fail(`cannot index slice/array with type ${goType(key)}`);
  if (key.value < 0n || key.value > BigInt(most)) return fail(`index out of range: ${key.value}`);
  return Number(key.value);
}

function sliced(item: GoValue, ends: readonly GoValue[]): GoValue {
  if (item.kind === 'none') return fail('slice of untyped nil');
  if (ends.length > 3) return fail(`too many slice indexes: ${ends.length}`);
  if (item.kind !== 'string' && item.kind !== 'list') return fail(`can't slice item of type ${goType(item)}`);
  if (item.kind === 'string' && ends.length === 3) return fail('cannot 3-index slice a string');
  const bytes = item.kind === 'string' ? bytesOf(item.value) : undefined;
  const size = item.kind === 'list' ? item.items.length : (bytes?.length ?? 0);
  const [from = 0, to = size, limit] = ends.map((end) => position(end, size));
  if (from > to) return fail(`invalid slice index: ${from} > ${to}`);
  if (limit !== undefined && to > limit) return fail(`invalid slice index: ${to} > ${limit}`);
  if (item.kind === 'list') return { ...item, items: item.items.slice(from, to) };
  return string(textOf(bytes?.slice(from, to) ?? new Uint8Array()));
}

import { goType, fail, byBytes, type GoValue } from './values';

/** The kinds of values that Go's templates compare (text/template/funcs.go `basicKind`). */
function basicKind(value: GoValue): string | undefined {
  if (value.kind === 'int') return value.type === 'uint8' ? 'uint' : 'int';
  return ['bool', 'float', 'complex', 'string'].includes(value.kind) ? value.kind : undefined;
}

const INCOMPATIBLE = 'incompatible types for comparison';

/** `eq a b…`: true if `a` equals any of the others. */
export function equalsAny([first, ...others]: readonly GoValue[]): boolean {
  if (!first) return false;
  if (others.length === 0) fail('missing argument for comparison');
  return others.some((other) => equals(first, other));
}

function isComparable({ kind }: GoValue): boolean {
  return kind !== 'map' && kind !== 'list';
}

function equals(a: GoValue, b: GoValue): boolean {
  const [kindA, kindB] = [basicKind(a), basicKind(b)];
  if (kindA !== kindB) {
    const integers = (kindA === 'int' && kindB === 'uint') || (kindA === 'uint' && kindB === 'int');
    if (integers && a.kind === 'int' && b.kind === 'int') return a.value === b.value;
    if (a.kind !== 'none' && b.kind !== 'none') fail(INCOMPATIBLE);
    return false;
  }
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  if (kindA === undefined) return sameCompound(a, b);
  if (a.kind === 'complex' && b.kind === 'complex') return a.re === b.re && a.im === b.im;
  return 'value' in a && 'value' in b && a.value === b.value;
}

/** Structs and times are equal if all of their fields are; maps and lists can't be compared. */
function sameCompound(a: GoValue, b: GoValue): boolean {
  for (const value of [a, b]) if (!isComparable(value)) fail(`non-comparable type ${goType(value)}`);
  if (a.kind === 'time' && b.kind === 'time') return a.nanos === b.nanos && a.zone === b.zone;
  if (a.kind !== 'struct' || b.kind !== 'struct' || a.type !== b.type) return false;
  return [...a.fields].every(([name, value]) => equals(value, b.fields.get(name) ?? { kind: 'none' }));
}

/** `lt a b`. */
export function less(a: GoValue, b: GoValue): boolean {
  const [kindA, kindB] = [basicKind(a), basicKind(b)];
  if (kindA === undefined || kindB === undefined) return fail('invalid type for comparison');
  if (a.kind === 'int' && b.kind === 'int') return a.value < b.value;
  if (kindA !== kindB) return fail(INCOMPATIBLE);
  if (a.kind === 'float' && b.kind === 'float') return a.value < b.value;
  if (a.kind === 'string' && b.kind === 'string') return byBytes(a.value, b.value) < 0;
  return fail('invalid type for comparison');
}

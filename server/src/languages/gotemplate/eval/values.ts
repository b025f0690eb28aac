/** Go values as templates see them, each with the name of its Go type, which decides what can be done with it. */
export type GoValue =
  | NoValue
  | BoolValue
  | IntValue
  | FloatValue
  | ComplexValue
  | StringValue
  | MapValue
  | ListValue
  | StructValue
  | TimeValue;

/** No value at all: what a missing entry gives, and nil. */
export interface NoValue {
  readonly kind: 'none';
}

export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface IntValue {
  readonly kind: 'int';
  readonly value: bigint;
  readonly type: 'int' | 'int64' | 'uint8' | 'time.Duration' | 'time.Month' | 'time.Weekday';
}

export interface FloatValue {
  readonly kind: 'float';
  readonly value: number;
}

export interface ComplexValue {
  readonly kind: 'complex';
  readonly re: number;
  readonly im: number;
}

export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
  /** The others are strings that html/template trusts. */
  readonly type: 'string' | 'template.HTML' | 'template.URL';
}

export interface MapValue {
  readonly kind: 'map';
  readonly type: 'template.KV' | 'map[string]interface {}';
  readonly entries: ReadonlyMap<string, GoValue>;
}

export interface ListValue {
  readonly kind: 'list';
  readonly type:
    | '[]string'
    | 'template.Strings'
    | '[]interface {}'
    | 'template.Alerts'
    | '[]template.Alert'
    | 'template.Pairs';
  readonly items: readonly GoValue[];
}

export interface StructValue {
  readonly kind: 'struct';
  readonly type: 'template.Data' | 'template.Alert' | 'template.Pair';
  readonly fields: ReadonlyMap<string, GoValue>;
}

export interface TimeValue {
  readonly kind: 'time';
  /** Nanoseconds since 1970. */
  readonly nanos: bigint;
  /** `UTC`, the name of a time zone, or an offset such as `+02:00`. */
  readonly zone: string;
}

export const NONE: NoValue = { kind: 'none' };

export function bool(value: boolean): BoolValue {
  return { kind: 'bool', value };
}

export function int(value: number | bigint, type: IntValue['type'] = 'int'): IntValue {
  return { kind: 'int', value: BigInt(value), type };
}

export function float(value: number): FloatValue {
  return { kind: 'float', value };
}

export function string(value: string, type: StringValue['type'] = 'string'): StringValue {
  return { kind: 'string', value, type };
}

export function list(type: ListValue['type'], items: readonly GoValue[]): ListValue {
  return { kind: 'list', type, items };
}

/** A template.KV of `pairs`. */
export function keyed(pairs: Iterable<readonly [string, string]>): MapValue {
  const entries = new Map([...pairs].map(([key, value]) => [key, string(value)]));
  return { kind: 'map', type: 'template.KV', entries };
}

/** The name of a value's Go type. */
export function goType(value: GoValue): string {
  switch (value.kind) {
    case 'none':
      return 'nil';
    case 'float':
      return 'float64';
    case 'complex':
      return 'complex128';
    case 'time':
      return 'time.Time';
    case 'bool':
      return 'bool';
    default:
      return value.type;
  }
}

/** What `if` makes of a value (text/template `isTrue`). */
export function isTrue(value: GoValue): boolean {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.re !== 0 || value.im !== 0;
    case 'string':
      return value.value !== '';
    case 'map':
      return value.entries.size > 0;
    case 'list':
      return value.items.length > 0;
    case 'struct':
    case 'time':
      return true;
  }
}

/** What a map gives for a key that it doesn't have, with the option `missingkey=zero`. */
export function zeroOf({ type }: MapValue): GoValue {
  return type === 'template.KV' ? string('') : NONE;
}

/** Strings in the order of Go, which is that of their bytes. */
export function byBytes(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // Surrogates stand for characters beyond all others.
    const [surrogateX, surrogateY] = [isSurrogate(x), isSurrogate(y)];
    if (surrogateX !== surrogateY) return surrogateX ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** The entries of a map, sorted by key as `range` and printing have them. */
export function sortedEntries({ entries }: MapValue): [string, GoValue][] {
  return [...entries].sort(([a], [b]) => byBytes(a, b));
}

/** Why a template can't be executed, without the place. */
export class ExecError extends Error {}

export function fail(message: string): never {
  throw new ExecError(message);
}

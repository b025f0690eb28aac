import { fail, goType, type GoValue } from './values';

/** What a Go parameter takes, by the name of its type; `value` is anything, nil included. */
export type ParameterKind = 'string' | 'int' | 'duration' | 'time' | 'strings' | 'list' | 'value';

/** A Go function or method that templates can call. */
export interface GoFunction {
  readonly parameters: readonly ParameterKind[];
  /** The last parameter may be absent or repeated. */
  readonly variadic?: boolean;
  readonly call: (values: readonly GoValue[], clock: Clock) => GoValue;
}

/** What functions are told of the world. */
export interface Clock {
  /** Nanoseconds since 1970. */
  readonly now: bigint;
}

const TYPES: Readonly<Record<ParameterKind, string>> = {
  string: 'string',
  int: 'int',
  duration: 'time.Duration',
  time: 'time.Time',
  strings: '[]string',
  list: '[]interface {}',
  value: 'interface {}',
};

/** The parameter that the argument `index` belongs to. */
export function parameterAt({ parameters }: GoFunction, index: number): ParameterKind {
  return parameters[Math.min(index, parameters.length - 1)] ?? 'value';
}

/** `value`, if a parameter of the kind takes it; fails as Go does otherwise (text/template `validateType`). */
export function checkType(value: GoValue, kind: ParameterKind): GoValue {
  if (kind === 'value' || isOfKind(value, kind)) return value;
  if (value.kind === 'none') {
    return kind === 'strings' || kind === 'list'
      ? { kind: 'list', type: '[]string', items: [] }
      : fail(`invalid value; expected ${TYPES[kind]}`);
  }
  return fail(`wrong type for value; expected ${TYPES[kind]}; got ${goType(value)}`);
}

function isOfKind(value: GoValue, kind: ParameterKind): boolean {
  switch (kind) {
    case 'string':
      return value.kind === 'string' && value.type === 'string';
    case 'int':
      return value.kind === 'int' && value.type === 'int';
    case 'duration':
      return value.kind === 'int' && value.type === 'time.Duration';
    case 'time':
      return value.kind === 'time';
    case 'strings':
      return value.kind === 'list' && (value.type === '[]string' || value.type === 'template.Strings');
    case 'list':
      return value.kind === 'list' && value.type === '[]interface {}';
    case 'value':
      return true;
  }
}

/** Fails if a function of this name can't be given so many values. */
export function checkCount(name: string, { parameters, variadic }: GoFunction, given: number): void {
  const least = parameters.length - (variadic ? 1 : 0);
  if (given >= least && (variadic || given === least)) return;
  fail(`wrong number of args for ${name}: want ${variadic ? 'at least ' : ''}${least} got ${given}`);
}

/** The text of a value that is known to be a string. */
export function textOfValue(value: GoValue | undefined): string {
  return value?.kind === 'string' ? value.value : '';
}

/** The strings of a value that is known to be a list of them. */
export function stringsOf(value: GoValue | undefined): string[] {
  return value?.kind === 'list' ? value.items.map(textOfValue) : [];
}

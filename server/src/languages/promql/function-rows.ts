import type { FunctionInfo, ParameterInfo } from './function-info';

const PAGE = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#';

type Shared = 'variadic' | 'returns' | 'experimental' | 'since';
/** What a row says beside the name. */
export type Row = Omit<FunctionInfo, 'name' | 'link' | Shared> &
  Partial<Pick<FunctionInfo, Shared>> & {
    /** The heading's anchor on the functions page, where it isn't the function's name. */
    readonly anchor?: string;
  };

/** A row of the function table; what it leaves out is what most functions have. */
export function row(name: string, { anchor = name, ...rest }: Row): FunctionInfo {
  return {
    name,
    variadic: 0,
    returns: 'vector',
    experimental: false,
    since: '2.0',
    link: PAGE + anchor,
    ...rest,
  };
}

/** The instant vector that a function works on. */
export function instant(doc: string, name = 'v'): ParameterInfo {
  return { name, type: 'vector', doc };
}

/** The range vector that a function works on. */
export function ranged(doc: string, name = 'v'): ParameterInfo {
  return { name, type: 'matrix', doc };
}

export function scalar(name: string, doc: string): ParameterInfo {
  return { name, type: 'scalar', doc };
}

export function text(name: string, doc: string): ParameterInfo {
  return { name, type: 'string', doc };
}

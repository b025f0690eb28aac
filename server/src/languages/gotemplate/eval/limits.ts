import type { GoValue } from './values';

/** What an execution may cost; a preview needs far less. */
export interface Limits {
  /** Characters of the result. */
  readonly output: number;
  /** Nodes and operands that are evaluated. */
  readonly steps: number;
  /** Templates that call one another, and blocks and parentheses inside of one another. */
  readonly depth: number;
}

export const LIMITS: Limits = { output: 1_000_000, steps: 500_000, depth: 150 };

/** How large a value is. */
export interface Measure {
  /** About how many characters it has when it is printed. */
  readonly size: number;
  /** How many lists and maps are inside of one another. */
  readonly depth: number;
}

const measures = new WeakMap<GoValue, Measure>();

/** The measure of a value: lists of lists of lists can grow without bound. Quick for values made of measured ones. */
export function measure(value: GoValue): Measure {
  if (value.kind === 'string') return { size: value.value.length, depth: 0 };
  let known = measures.get(value);
  if (!known) {
    const parts = partsOf(value).map(measure);
    known = {
      size: parts.reduce((sum, { size }) => sum + size + 1, 8),
      depth: parts.reduce((most, { depth }) => Math.max(most, depth + 1), 0),
    };
    measures.set(value, known);
  }
  return known;
}

function partsOf(value: GoValue): GoValue[] {
  switch (value.kind) {
    case 'list':
      return [...value.items];
    case 'map':
      return [...value.entries.values()];
    case 'struct':
      return [...value.fields.values()];
    default:
      return [];
  }
}

import type { Run } from '../../text/run-map';
import type { Span } from '../../text/span';
import type { StringPart } from './string-parts';
import type { CodeValue } from './tree';

/** The text that parts make, and where it comes from. */
export interface Assembly {
  readonly text: string;
  readonly holes: readonly Span[];
  readonly fills: readonly (CodeValue | undefined)[];
  readonly runs: readonly PartRun[];
}

/** A stretch of the text, with the index of its part. */
export interface PartRun extends Run {
  readonly part: number;
}

/** Puts the text of `parts` together: holes are filled with `x`es as wide as they are in the file. */
export function assemble(parts: readonly StringPart[]): Assembly {
  const texts: string[] = [];
  const holes: Span[] = [];
  const fills: (CodeValue | undefined)[] = [];
  const runs: PartRun[] = [];
  let fragment = 0;
  const add = (text: string, host: number, hostLength: number, exact: boolean, part: number) => {
    runs.push({ fragment, length: text.length, host, hostLength, exact, part });
    texts.push(text);
    fragment += text.length;
  };
  parts.forEach((part, index) => {
    if (part.kind === 'literal') {
      let at = 0;
      for (const escape of part.notation.decode(part.raw) ?? []) {
        if (escape.from > at) {
          add(part.raw.slice(at, escape.from), part.from + at, escape.from - at, true, index);
        }
        add(escape.text, part.from + escape.from, escape.to - escape.from, false, index);
        at = escape.to;
      }
      // An empty literal has a run too: it is a place where text can be put.
      if (at < part.raw.length || at === 0) {
        add(part.raw.slice(at), part.from + at, part.raw.length - at, true, index);
      }
      return;
    }
    const { from, to } = part.span;
    if (part.kind === 'hole') {
      holes.push({ from: fragment, to: fragment + to - from });
      fills.push(part.value);
      add('x'.repeat(to - from), from, to - from, true, index);
    } else {
      for (const [i, hole] of part.holes.entries()) {
        holes.push({ from: fragment + hole.from, to: fragment + hole.to });
        fills.push(part.fills?.[i]);
      }
      add(part.text, from, to - from, false, index);
    }
  });
  return { text: texts.join(''), holes, fills, runs };
}

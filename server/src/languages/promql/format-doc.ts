/**
 * The shape of a formatted expression, apart from its words: what may be put on several lines, and how.
 * The rules are those of Prometheus' promql/parser/prettier.go; comments, which upstream drops, are ours.
 */

/** Text that is never broken, with the comments that stand beside it. */
export interface Piece {
  readonly kind: 'piece';
  readonly text: string;
  /** On lines of their own in front of the piece. */
  readonly lead: string[];
  /** At the end of the piece's line. */
  readonly trail: string[];
}

/** `open item, item close`; broken, every item has a line of its own. */
export interface Block {
  readonly kind: 'block';
  readonly open: Doc;
  readonly items: readonly Doc[];
  readonly close: Piece;
  /** What stands between items on one line; its blank is dropped at a line's end. */
  readonly glue: ', ' | ',';
  /** `long` breaks where it is too long for a line; `comments` only where a comment inside needs it. */
  readonly breaks: 'long' | 'comments';
}

/** `lhs op rhs`; broken, the operator has a line of its own and the operands are indented. */
export interface Infix {
  readonly kind: 'infix';
  readonly lhs: Doc;
  readonly op: Doc;
  readonly rhs: Doc;
}

/** A sign, which is one word with what follows. */
export interface Prefixed {
  readonly kind: 'prefixed';
  readonly prefix: string;
  readonly doc: Doc;
}

/** The brackets and modifiers of a subquery, which are one word with what precedes. */
export interface Suffixed {
  readonly kind: 'suffixed';
  readonly doc: Doc;
  readonly suffix: Piece;
}

export type Doc = Piece | Block | Infix | Prefixed | Suffixed;

export interface Measure {
  /** UTF-8 bytes on one line without comments, as upstream counts. */
  readonly size: number;
  /** A comment stands in front of the first piece, after the last, or between: only the last forces a break. */
  readonly lead: boolean;
  readonly trail: boolean;
  readonly inner: boolean;
}

/** The measures of `docs`, which name every part before the whole. */
export function measure(docs: Iterable<Doc>): Map<Doc, Measure> {
  const measures = new Map<Doc, Measure>();
  const of = (doc: Doc): Measure => measures.get(doc) ?? measureOne(doc, of);
  for (const doc of docs) measures.set(doc, measureOne(doc, of));
  return measures;
}

function measureOne(doc: Doc, of: (doc: Doc) => Measure): Measure {
  switch (doc.kind) {
    case 'piece':
      return {
        size: utf8Length(doc.text),
        lead: doc.lead.length > 0,
        trail: doc.trail.length > 0,
        inner: false,
      };
    case 'block':
      return inRow(
        [doc.open, ...doc.items, doc.close].map(of),
        doc.glue.length * Math.max(0, doc.items.length - 1),
      );
    case 'infix':
      return inRow([doc.lhs, doc.op, doc.rhs].map(of), 2);
    case 'prefixed': {
      const rest = of(doc.doc);
      return { ...rest, size: rest.size + doc.prefix.length };
    }
    case 'suffixed': {
      // A comment between the two moves behind the suffix, so it is at the end, not inside.
      const [rest, suffix] = [of(doc.doc), of(doc.suffix)];
      return { ...rest, size: rest.size + suffix.size, trail: rest.trail || suffix.trail };
    }
  }
}

function inRow(parts: readonly Measure[], glue: number): Measure {
  return {
    size: parts.reduce((sum, part) => sum + part.size, glue),
    lead: parts[0]?.lead ?? false,
    trail: parts.at(-1)?.trail ?? false,
    inner: parts.some(
      ({ lead, trail, inner }, i) => inner || (lead && i > 0) || (trail && i < parts.length - 1),
    ),
  };
}

const UTF8 = new TextEncoder();

function utf8Length(text: string): number {
  return UTF8.encode(text).length;
}

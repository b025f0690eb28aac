import { goQuote } from '../../text/go-quote';
import { cover, type Span } from '../../text/span';
import type { AggregateExpr, BinaryExpr, CallExpr, Expr, LabelList, VectorSelector, Word } from './ast';
import { fold } from './fold';
import type { Block, Doc, Piece } from './format-doc';
import { requote } from './format-literals';
import {
  durationText,
  fillText,
  instantSuffix,
  numberText,
  rangeSuffix,
  subquerySuffix,
  Unprintable,
} from './format-words';
import { children, typeOf } from './tree';

/** A formatted expression without its comments, and where its pieces come from. */
export interface Built {
  readonly root: Doc;
  /** Every doc, parts before the whole. */
  readonly docs: readonly Doc[];
  /** Where the pieces stand in the source; a piece that gathers several stretches has several anchors. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor extends Span {
  readonly piece: Piece;
  /** Never first on a line: what precedes it goes behind it. */
  readonly sticks?: true;
}

/** Text of a head with the place that it replaces, or labels of it. */
type HeadPart = { readonly text: string; readonly span: Span } | readonly Word[];

/** The canonical words of `root`, as Prometheus' promql/parser/printer.go has them. Throws `Unprintable`. */
export function build(text: string, root: Expr): Built {
  const builder = new Builder(text);
  const docs = fold<Doc>(
    root,
    (node) => builder.parts(node),
    (node, of) => builder.doc(node, of),
  );
  const doc = docs.get(root);
  if (!doc) throw new Unprintable('nothing to print');
  return { root: doc, docs: builder.docs, anchors: builder.anchors };
}

class Builder {
  readonly docs: Doc[] = [];
  readonly anchors: Anchor[] = [];
  /** The piece that each doc begins with. */
  readonly #firsts = new Map<Doc, Piece>();
  /** Bases of powers. */
  readonly #bases = new Set<Expr>();

  constructor(readonly source: string) {}

  /** The sub-expressions that can be on lines of their own; selectors and durations are printed in one go. */
  parts(node: Expr): readonly Expr[] {
    if (node.kind === 'binary' && node.op.text === '^') this.#bases.add(node.lhs);
    if (node.kind === 'subquery') return [node.expr];
    return node.kind === 'matrix' || node.kind === 'selector' || node.kind === 'duration'
      ? []
      : children(node);
  }

  doc(node: Expr, of: (child: Expr) => Doc): Doc {
    switch (node.kind) {
      case 'aggregate':
        return this.#aggregate(node, node.args.map(of));
      case 'call':
        return this.#call(node, node.args.map(of));
      case 'binary':
        return this.#add({ kind: 'infix', lhs: of(node.lhs), op: this.#operator(node), rhs: of(node.rhs) });
      case 'paren': {
        const { from, to } = node.span;
        const open = this.#piece('(', { from, to: from + 1 });
        return this.#block(open, [of(node.expr)], this.#piece(')', { from: to - 1, to }));
      }
      case 'unary': {
        const doc = of(node.expr);
        const first = this.#firsts.get(doc);
        if (first) this.#anchor(first, node.op.span);
        return this.#add({ kind: 'prefixed', prefix: node.op.text, doc });
      }
      case 'subquery': {
        const span = { from: node.brackets.from, to: node.span.to };
        const suffix = this.#piece(subquerySuffix(node), span, true);
        return this.#add({ kind: 'suffixed', doc: of(node.expr), suffix });
      }
      case 'matrix':
        if (node.selector.kind !== 'selector') throw new Unprintable('a range follows no selector');
        return this.#selector(node.selector, node.span, rangeSuffix(node, node.selector));
      case 'selector':
        return this.#selector(node, node.span, instantSuffix(node));
      case 'number':
        return this.#piece(numberText(node, this.#bases.has(node)), node.span);
      case 'string':
        return this.#piece(requote(this.source.slice(node.span.from, node.span.to)), node.span);
      case 'duration':
        return this.#piece(durationText(node), node.span);
      case 'hole':
      case 'missing':
        throw new Unprintable('the expression is not complete');
    }
  }

  #aggregate({ op, grouping, groupingLast, argList, span }: AggregateExpr, args: Doc[]): Doc {
    const list = argList ?? { from: op.span.to, to: span.to };
    const close = this.#piece(')', { from: list.to - 1, to: list.to });
    const opening = { from: list.from, to: list.from + 1 };
    const name = op.text.toLowerCase();
    const clause = grouping && groupingWords(grouping);
    if (grouping && groupingLast) this.#anchor(close, { from: grouping.span.to - 1, to: grouping.span.to });
    if (!grouping || !clause) {
      return this.#block(this.#piece(`${name}(`, cover(op.span, opening)), args, close);
    }
    const open = this.#head([
      { text: `${name} ${clause} (`, span: groupingLast ? op.span : cover(op.span, grouping.keyword.span) },
      grouping.labels,
      { text: ') (', span: groupingLast ? opening : { from: grouping.span.to - 1, to: opening.to } },
    ]);
    return this.#block(open, args, close);
  }

  #call({ func, argList, span }: CallExpr, args: Doc[]): Doc {
    const { from, to } = argList ?? { from: func.span.to, to: span.to };
    const open = this.#piece(`${func.text}(`, { from: func.span.from, to: from + 1 });
    return this.#block(open, args, this.#piece(')', { from: to - 1, to }));
  }

  /** The operator with its modifiers; those for matching are dropped beside a scalar, as upstream does. */
  #operator(node: BinaryExpr): Doc {
    const { op, bool, matching, group, fills, lhs, rhs } = node;
    const parts: HeadPart[] = [{ text: op.text.toLowerCase() + (bool ? ' bool' : ''), span: op.span }];
    const isPlain = !matching && fills.length === 0;
    if (isPlain || typeOf(lhs) !== 'vector' || typeOf(rhs) !== 'vector') return this.#head(parts);
    const on = matching?.keyword.text.toLowerCase() === 'on';
    if (matching && (on || group || matching.labels.length > 0)) parts.push(...clauseParts(matching));
    if (group) parts.push(...clauseParts(group));
    const fill = fillText(node);
    if (fill !== '') parts.push({ text: fill, span: fills[0]?.span ?? op.span });
    return this.#head(parts);
  }

  /** Upstream sorts the matchers, and keeps a quoted metric name as one of them. */
  #selector(node: VectorSelector, { from, to }: Span, suffix: string): Doc {
    const named = node.name && !node.name.quoted ? node.name.text : '';
    const matchers = node.matchers.map((matcher) => {
      const value = matcher.value ? this.source.slice(matcher.value.span.from, matcher.value.span.to) : '""';
      return { text: this.#label(matcher.label) + matcher.op + requote(value), span: matcher.span };
    });
    if (node.name?.quoted) {
      const name = requote(this.source.slice(node.name.span.from, node.name.span.to));
      matchers.push({ text: `__name__=${name}`, span: node.name.span });
    }
    const list = node.braces ?? { from, to };
    // Only `info(v, {})` may have no matcher at all; upstream prints nothing there, which it can't read again.
    if (matchers.length === 0) return this.#piece((named === '' ? '{}' : named) + suffix, { from, to });
    const items = matchers
      .sort((a, b) => compareCodePoints(a.text, b.text))
      .map(({ text, span }) => this.#piece(text, span));
    const open = this.#piece(`${named}{`, { from, to: list.from + 1 });
    const close = this.#piece(`}${suffix}`, { from: list.to - 1, to });
    return this.#add({ kind: 'block', open, items, close, glue: ',', breaks: 'comments' });
  }

  /** Texts and labels in a row, in which only labels with comments are put on lines of their own. */
  #head(parts: readonly HeadPart[]): Doc {
    let done: Doc | undefined;
    let labels: readonly Word[] = [];
    let text: { text: string; span: Span } | undefined;
    const flush = (): Doc => {
      const piece = this.#piece(text?.text ?? '', text?.span ?? { from: 0, to: 0 });
      const items = labels.map((label) => this.#piece(this.#label(label), label.span));
      text = undefined;
      return done ? this.#block(done, items, piece, 'comments') : piece;
    };
    for (const part of parts) {
      if ('text' in part) {
        text = text ? { text: text.text + part.text, span: cover(text.span, part.span) } : part;
      } else if (part.length > 0) {
        done = flush();
        labels = part;
      }
    }
    return flush();
  }

  #label({ text, quoted, span }: Word): string {
    if (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(text)) return text;
    return quoted ? requote(this.source.slice(span.from, span.to)) : goQuote(text);
  }

  #block(open: Doc, items: readonly Doc[], close: Piece, breaks: Block['breaks'] = 'long'): Doc {
    return this.#add({ kind: 'block', open, items, close, glue: ', ', breaks });
  }

  #piece(text: string, span: Span, sticks?: true): Piece {
    const piece: Piece = { kind: 'piece', text, lead: [], trail: [] };
    this.#anchor(piece, span, sticks);
    this.#add(piece);
    return piece;
  }

  #anchor(piece: Piece, { from, to }: Span, sticks?: true): void {
    this.anchors.push({ from, to, piece, sticks });
  }

  #add(doc: Doc): Doc {
    this.docs.push(doc);
    const first = doc.kind === 'piece' ? doc : this.#firsts.get(firstPart(doc));
    if (first) this.#firsts.set(doc, first);
    return doc;
  }
}

function firstPart(doc: Exclude<Doc, Piece>): Doc {
  if (doc.kind === 'block') return doc.open;
  return doc.kind === 'infix' ? doc.lhs : doc.doc;
}

/** `by` with labels, `without` always; nothing for `by ()`, which is what no clause means. */
function groupingWords({ keyword, labels }: LabelList): string | undefined {
  const word = keyword.text.toLowerCase();
  return word === 'by' && labels.length === 0 ? undefined : word;
}

function clauseParts({ keyword, labels, span }: LabelList): HeadPart[] {
  const closing = { from: labels.at(-1)?.span.to ?? span.to, to: span.to };
  return [
    { text: ` ${keyword.text.toLowerCase()} (`, span: keyword.span },
    labels,
    { text: ')', span: closing },
  ];
}

/** Order by Unicode code points, which is the order of UTF-8 bytes that upstream sorts matchers by. */
function compareCodePoints(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

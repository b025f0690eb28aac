import type { MappingNode, ScalarNode, SequenceNode } from '../../languages/yaml/nodes';
import { lastAtOrBefore } from '../../text/line-index';
import type { Span } from '../../text/span';

/** What can't be known about a text. */
export interface UnknownParts {
  /** Stretches that something else fills in later (Helm, Jinja): unknown, never wrong. Ordered, not overlapping. */
  readonly holes?: readonly Span[];
  /** Where YAML can't be read as it stands, and the tree is a guess, which nothing is concluded from. */
  readonly guesses?: readonly Span[];
}

/** Answers where a text is unknown. */
export class Unknowns {
  readonly #holes: readonly Span[];
  readonly #holeStarts: readonly number[];
  readonly #guessStarts: readonly number[];

  /** @param text what the spans are offsets of */
  constructor(
    readonly text: string,
    { holes = [], guesses = [] }: UnknownParts,
  ) {
    this.#holes = holes;
    this.#holeStarts = holes.map(({ from }) => from);
    this.#guessStarts = guesses.map(({ from }) => from).sort((a, b) => a - b);
  }

  /** True where a hole overlaps `span`. */
  isUnknown(span: Span): boolean {
    return this.holesIn(span).length > 0;
  }

  /** The holes that overlap `span`, the last first. */
  holesIn({ from, to }: Span): Span[] {
    const found: Span[] = [];
    for (let index = lastAtOrBefore(this.#holeStarts, Math.max(from, to - 1)); ; index--) {
      const hole = this.#holes[index];
      if (!hole || hole.to <= from) return found;
      found.push(hole);
    }
  }

  /** True where a hole stands among the fields or items of `node` or beside it, so that it may have more than can be seen. */
  isOpen(node: MappingNode | SequenceNode): boolean {
    if (this.#holeStarts.length === 0) return false;
    const parts = node.kind === 'mapping' ? node.pairs.flatMap(({ key, value }) => [key, value]) : node.items;
    return this.holesIn(this.#withBlanks(node.span)).some(
      (hole) => !parts.some(({ span }) => holds(span, hole)),
    );
  }

  /** True where a value isn't written but by a hole, on its line or below: `route:` above `{{ toYaml .Values.route }}`. */
  isFilledLater({ span }: ScalarNode): boolean {
    return span.from === span.to && this.#holeStarts.length > 0 && this.isUnknown(this.#withBlanks(span));
  }

  /** `span` with the blanks and holes around it, which may be lines of it. */
  #withBlanks(span: Span): Span {
    const { text } = this;
    const isBlank = (at: number): boolean =>
      /\s/.test(text.charAt(at)) || this.isUnknown({ from: at, to: at + 1 });
    let { from, to } = span;
    while (from > 0 && isBlank(from - 1)) from--;
    while (to < text.length && isBlank(to)) to++;
    return { from, to };
  }

  /** True where YAML couldn't be read inside of `span`, or in the line behind it, which may belong to it. */
  isGuessed({ from, to }: Span): boolean {
    if (this.#guessStarts.length === 0) return false;
    const behind = /\s*.*/y;
    behind.lastIndex = to;
    behind.exec(this.text);
    const last = this.#guessStarts[lastAtOrBefore(this.#guessStarts, Math.max(to, behind.lastIndex))];
    return last !== undefined && last >= from;
  }
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

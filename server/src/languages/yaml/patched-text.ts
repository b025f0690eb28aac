import { lastAtOrBefore } from '../../text/line-index';
import type { TextEdit } from '../../text/finding';
import type { Span } from '../../text/span';
import { cover } from '../../text/span';
import { applyEdits } from './edits';

/** A text with edits, and the way back from its offsets to those of the original. */
export class PatchedText {
  readonly text: string;
  /** Where the stretches of the patched text start, and where in the original; every second one is an edit's. */
  readonly #starts: number[] = [0];
  readonly #sources: number[] = [0];

  /** @param edits ordered and apart, in offsets of `original` */
  constructor(
    readonly original: string,
    readonly edits: readonly TextEdit[],
  ) {
    const pieces: string[] = [];
    let at = 0;
    let length = 0;
    for (const { span, newText } of edits) {
      pieces.push(original.slice(at, span.from), newText);
      length += span.from - at;
      this.#starts.push(length, length + newText.length);
      this.#sources.push(span.from, span.to);
      length += newText.length;
      at = span.to;
    }
    pieces.push(original.slice(at));
    this.text = pieces.join('');
  }

  /**
   * Offset in the original. Where an edit removed text, a `start` is behind it and an `end` before it; what an edit
   * inserted stands where the edit does.
   */
  toSource(offset: number, side: 'start' | 'end' = 'start'): number {
    const index = Math.max(0, lastAtOrBefore(this.#starts, side === 'end' ? offset - 1 : offset));
    const source = (this.#sources[index] ?? 0) + offset - (this.#starts[index] ?? 0);
    return Math.min(source, this.#sources[index + 1] ?? this.original.length);
  }

  /** Whether the character at `offset` is one that an edit brought in. */
  isInserted(offset: number): boolean {
    return lastAtOrBefore(this.#starts, offset) % 2 === 1;
  }

  /** The original with these edits and more, which are ordered, apart and given in offsets of the patched text. */
  with(edits: readonly TextEdit[]): PatchedText {
    const stretches: Stretch[] = [
      ...this.edits.map(({ span, newText }, i) => {
        const from = this.#starts[2 * i + 1] ?? 0;
        return { from, to: from + newText.length, source: span, added: [] };
      }),
      ...edits.map((edit) => {
        const { from, to } = edit.span;
        return {
          from,
          to,
          source: { from: this.toSource(from, 'end'), to: this.toSource(to) },
          added: [edit],
        };
      }),
    ];
    stretches.sort((a, b) => a.from - b.from || a.to - b.to);
    const merged: Stretch[] = [];
    for (const stretch of stretches) {
      const last = merged.at(-1);
      if (last !== undefined && meet(last, stretch)) merged[merged.length - 1] = unite(last, stretch);
      else merged.push(stretch);
    }
    const all = merged.map(({ from, to, source, added }) => {
      return { span: source, newText: applyEdits(this.text.slice(from, to), added, from) };
    });
    return new PatchedText(this.original, all);
  }
}

/** A stretch of the patched text that differs, or will differ, from the original. */
interface Stretch extends Span {
  readonly source: Span;
  /** New edits in it. */
  readonly added: readonly TextEdit[];
}

/** Whether `b`, which doesn't start before `a`, overlaps it, or one of both has no width and touches the other. */
function meet(a: Stretch, b: Stretch): boolean {
  return b.from < a.to || (b.from === a.to && (a.from === a.to || b.from === b.to));
}

function unite(a: Stretch, b: Stretch): Stretch {
  return { ...cover(a, b), source: cover(a.source, b.source), added: [...a.added, ...b.added] };
}

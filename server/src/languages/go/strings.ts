import type { Span } from '../../text/span';
import { putValue } from '../code/put';
import { codeString, type StringPart } from '../code/string-region';
import type { CodeString, CodeValue, MarkedString } from '../code/tree';
import { INTERPRETED, RAW } from './notation';
import type { Token } from './tokens';

/** A value and where it is used, which of a constant is another place than where it's written. */
export interface Operand {
  readonly value: CodeValue;
  readonly span: Span;
}

/** Makes the strings of a file, and collects those with a comment in front of them. */
export class Strings {
  readonly marked: MarkedString[] = [];
  private readonly parts = new WeakMap<CodeValue, readonly StringPart[]>();

  /** The string that a token writes. */
  literal({ kind, text, from, to, comment }: Token): CodeString {
    const isClosed = text.length > 1 && text.endsWith(text.charAt(0));
    const raw = text.slice(1, isClosed ? -1 : undefined);
    const notation = kind === 'raw' ? RAW : INTERPRETED;
    const string = this.string({ from, to }, [{ kind: 'literal', from: from + 1, raw, notation }]);
    if (comment !== undefined) this.marked.push({ comment, string });
    return string;
  }

  /** The string that operands with `+` between them make, at `span`; undefined where none of them is one. */
  sum(operands: readonly Operand[], span: Span): CodeString | undefined {
    if (operands.length < 2 || !operands.some(({ value }) => value.kind === 'string')) return undefined;
    const parts = operands.flatMap(({ value, span: place }) => {
      const isHere = value.span.from >= place.from && value.span.to <= place.to;
      return (isHere ? this.parts.get(value) : undefined) ?? [putValue(value, place)];
    });
    return this.string(span, parts);
  }

  private string(span: Span, parts: readonly StringPart[]): CodeString {
    const string = codeString(span, parts);
    this.parts.set(string, parts);
    return string;
  }
}

/** A half-open stretch of text, in UTF-16 offsets from the start of its document or fragment. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** True when `offset` lies in `span` or touches one of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.from <= offset && offset <= span.to;
}

/** `span` moved by `delta` UTF-16 code units. */
export function shift(span: Span, delta: number): Span {
  return { from: span.from + delta, to: span.to + delta };
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

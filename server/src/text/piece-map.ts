import type { TextEdit } from './finding';
import type { OffsetMap, Refusal } from './region';

/** A stretch that fragment and host both have, character for character. */
export interface Piece {
  readonly fragment: number;
  readonly host: number;
  readonly length: number;
}

/**
 * The map of a fragment that is put together of stretches of its host, in order. What lies between two pieces (text
 * that only the fragment has) goes to the start of the following piece, or the end of the last.
 */
export class PieceMap implements OffsetMap {
  constructor(readonly pieces: readonly Piece[]) {}

  toHost(offset: number, side: 'start' | 'end' = 'start'): number {
    let last: Piece | undefined;
    for (const piece of this.pieces) {
      if (offset < piece.fragment) return side === 'end' && last ? last.host + last.length : piece.host;
      const end = piece.fragment + piece.length;
      if (offset < end || (offset === end && side === 'end')) return piece.host + offset - piece.fragment;
      last = piece;
    }
    return last ? last.host + last.length : 0;
  }

  toFragment(offset: number): number {
    let last: Piece | undefined;
    for (const piece of this.pieces) {
      if (offset < piece.host) return last ? last.fragment + last.length : piece.fragment;
      if (offset <= piece.host + piece.length) return piece.fragment + offset - piece.host;
      last = piece;
    }
    return last ? last.fragment + last.length : 0;
  }

  /** True when the fragment's offset stands in, or at an end of, what the host has too. */
  has(offset: number): boolean {
    return this.pieces.some((p) => offset >= p.fragment && offset <= p.fragment + p.length);
  }

  /** The same edits in the host; refused where one touches text that the host doesn't have. */
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal {
    const encoded: TextEdit[] = [];
    for (const { span, newText } of edits) {
      const piece = this.pieces.find((p) => span.from >= p.fragment && span.to <= p.fragment + p.length);
      if (!piece) return { refused: 'the edit reaches beyond what the document has' };
      const from = piece.host + span.from - piece.fragment;
      encoded.push({ span: { from, to: from + span.to - span.from }, newText });
    }
    return encoded;
  }
}

import type { Fix, TextEdit } from './finding';
import type { Span } from './span';

/**
 * The map between offsets of a fragment (its decoded text) and offsets of the host that it is written in.
 * Exact for every character that both sides have; what only one side has (an escape, a fold, an indentation)
 * goes to the nearest sensible place.
 */
export interface OffsetMap {
  /** Host offset of the fragment's `offset`. An inner end of a span and a cursor use `'end'`: it stays behind the previous character. */
  toHost(offset: number, side?: 'start' | 'end'): number;
  /** Fragment offset of the host's `offset`, clamped into the fragment. */
  toFragment(offset: number): number;
}

/** An edit that the host's notation can't hold, and why. */
export interface Refusal {
  readonly refused: string;
}

/** A stretch of a host document that is written in another language. */
export interface Region {
  readonly language: 'promql' | 'gotemplate' | 'matchers' | 'rules' | 'alertmanager';
  /** The fragment, decoded: what the language's own parser reads. */
  readonly text: string;
  readonly map: OffsetMap;
  /** Stretches of `text` that are filled in later (`{{ … }}` of Helm, `${…}`): unknown, never wrong. */
  readonly holes?: readonly Span[];
  /**
   * Translates edits of the fragment into edits of the host, escaped for its notation
   * (or a refusal with the reason, never a wrong edit).
   */
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
}

/** The host span of a fragment's span. */
export function hostSpan(map: OffsetMap, span: Span): Span {
  const from = map.toHost(span.from, 'start');
  return { from, to: Math.max(from, map.toHost(span.to, 'end')) };
}

/** The map of a fragment inside a fragment: `inner` goes from it to the text between, `outer` from there to the host. */
export function composeMaps(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  return {
    toHost: (offset, side) => outer.toHost(inner.toHost(offset, side), side),
    toFragment: (offset) => inner.toFragment(outer.toFragment(offset)),
  };
}

/** A region of a fragment as a region of the host that holds the fragment. */
export function nested(inner: Region, outer: Pick<Region, 'map' | 'encode'>): Region {
  return {
    ...inner,
    map: composeMaps(inner.map, outer.map),
    encode: (edits) => {
      const between = inner.encode(edits);
      return Array.isArray(between) ? outer.encode(between) : between;
    },
  };
}

/** Fixes of a fragment as fixes of the host; one that its notation can't hold is left out. */
export function hostFixes(
  host: Pick<Region, 'encode'>,
  fixes: readonly Fix[] | undefined,
): Fix[] | undefined {
  return fixes?.flatMap((fix) => {
    const edits = host.encode(fix.edits);
    return Array.isArray(edits) ? [{ ...fix, edits }] : [];
  });
}

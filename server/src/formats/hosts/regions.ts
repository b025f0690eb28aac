import type { TextEdit } from '../../text/finding';
import { PieceMap } from '../../text/piece-map';
import { nested, type Region } from '../../text/region';
import type { Span } from '../../text/span';

/** What a region is before it is said what language it holds. */
export type PlainRegion = Pick<Region, 'text' | 'map' | 'encode'>;

/** Without `holes` where there are none, so that nobody takes the region for an incomplete one. */
export function plainRegion(language: Region['language'], { text, map, encode }: PlainRegion): Region {
  return { language, text, map, encode };
}

/** The stretch `span` of a region's text, as a region of the same host. */
export function partOfRegion(region: Region, { from, to }: Span): Region {
  const map = new PieceMap([{ fragment: 0, host: from, length: to - from }]);
  const holes = region.holes
    ?.filter((hole) => hole.from >= from && hole.to <= to)
    .map((hole) => ({ from: hole.from - from, to: hole.to - from }));
  const part: Region = {
    language: region.language,
    text: region.text.slice(from, to),
    map,
    encode: (edits) => map.encode(edits),
  };
  return nested(holes && holes.length > 0 ? { ...part, holes } : part, region);
}

/**
 * The region with `holes` (in order of place, not overlapping) filled by as many `x`es as they are wide. Edits that
 * touch more of a hole than its ends are refused, and those that would make the name in it a longer one.
 */
export function holedRegion(region: Region, holes: readonly Span[]): Region {
  if (holes.length === 0) return region;
  const { text } = region;
  const isSpoiled = (hole: Span, { span, newText }: TextEdit): boolean => {
    if (span.from < hole.to && span.to > hole.from) return true;
    const follows = newText.charAt(0) || text.charAt(span.to);
    return span.from === hole.to && /\w/.test(follows) && /\w/.test(text.charAt(hole.to - 1));
  };
  return {
    ...region,
    text: fill(text, holes),
    holes,
    encode: (edits) =>
      edits.some((edit) => holes.some((hole) => isSpoiled(hole, edit)))
        ? { refused: 'the edit reaches into what is filled in later' }
        : region.encode(edits),
  };
}

function fill(text: string, holes: readonly Span[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of holes) {
    parts.push(text.slice(done, from), 'x'.repeat(to - from));
    done = to;
  }
  return parts.join('') + text.slice(done);
}

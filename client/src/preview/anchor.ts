import type { ProtocolPosition, ProtocolRange } from '../../../server/src/protocol';

export interface Edit {
  readonly range: ProtocolRange;
  readonly text: string;
}

/**
 * Where a place is after an edit (UTF-16 positions). A place inside of what was replaced goes to its beginning, and
 * what is inserted at the place itself comes after it.
 */
export function moved(place: ProtocolPosition, { range: { start, end }, text }: Edit): ProtocolPosition {
  if (!isBefore(start, place)) return place;
  if (isBefore(place, end)) return start;
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const line = start.line + lines.length - 1 + place.line - end.line;
  if (place.line > end.line) return { line, character: place.character };
  const before = lines.length > 1 ? last.length : start.character + last.length;
  return { line, character: before + place.character - end.character };
}

function isBefore(a: ProtocolPosition, b: ProtocolPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

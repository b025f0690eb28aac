import type { Segment } from './segment';

/**
 * Which segments are read together: all of the file's own keys; a head and the tail behind its items; an item alone.
 * What stands behind the first document isn't read.
 */

/** Index of the first of the segments that are read together with the one at `index`. */
export function firstPart(segments: readonly Segment<unknown>[], index: number): number {
  const role = segments[index]?.role;
  if (role === 'file') return segments.findIndex((segment) => segment.role === 'file');
  let head = index;
  if (role === 'tail') while (head > 0 && segments[head]?.role !== 'head') head--;
  return head;
}

/** The segments that are read together with the one at `index`, which is the first of them. */
export function partsOf<State>(segments: readonly Segment<State>[], index: number): Segment<State>[] {
  const segment = segments[index];
  if (!segment || segment.role === 'ignored') return [];
  if (segment.role === 'file') return segments.filter(({ role }) => role === 'file');
  if (segment.role !== 'head') return [segment];
  let next = index + 1;
  while (segments[next]?.role === 'item') next++;
  const tail = segments[next];
  return tail?.role === 'tail' ? [segment, tail] : [segment];
}

import * as fc from 'fast-check';
import type { Change } from '../../text/change';

/** For tests: where, how much is taken away, what comes in its place. */
export type RandomEdit = readonly [at: number, length: number, inserted: string];

/** For tests: what changes the structure of YAML wherever it is typed. */
export const YAML_SIGNS = [
  ...['\n', ' ', '  ', '\t', '"', "'", '[', ']', '{', '}'],
  ...['- ', ': ', ':', '#', 'x', '&a ', '*a', '|\n', '---\n', '...\n', '\r\n'],
];

/** For tests: a few edits, mostly small ones, which insert nothing or one of these texts. */
export function randomEdits(texts: readonly string[]): fc.Arbitrary<RandomEdit[]> {
  const length = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(60));
  return fc.array(fc.tuple(fc.nat(), length, fc.constantFrom('', ...texts)), { minLength: 1, maxLength: 6 });
}

/** For tests: `text` behind an edit, which may be meant for a longer one. */
export function edit(text: string, [at, length, inserted]: RandomEdit): { change: Change; text: string } {
  const from = at % (text.length + 1);
  const oldTo = Math.min(text.length, from + length);
  const change = { from, oldTo, newTo: from + inserted.length };
  return { change, text: text.slice(0, from) + inserted + text.slice(oldTo) };
}

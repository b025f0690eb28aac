import { expect, it } from 'vitest';
import { moved } from './anchor';

/** A text with the place as `‸` and what is replaced between `«` and `»`. */
it.each([
  ['an edit in front in the same line', '«ab»c ‸d', 'xyz', 'xyzc ‸d'],
  ['a line more above', 'a«»\nb\n‸c', '\nnew', 'a\nnew\nb\n‸c'],
  ['a line less above', 'a«\nb»\n‸c', '', 'a\n‸c'],
  ['lines joined in front', 'a«\n\n»b‸c', '-', 'a-b‸c'],
  ['lines broken in front', 'a«»b‸c', '\n\n', 'a\n\nb‸c'],
  ['an edit behind', '‸a «b»', 'c\nd', '‸a c\nd'],
  ['an insertion at the place', 'a‸«»b', 'new', 'a‸newb'],
  ['replaced together with its surroundings', 'a«b‸c»d', 'new', 'a‸newd'],
  ['an edit that ends at the place', '«ab»‸c', 'x', 'x‸c'],
])('%s', (_, before, text, after) => {
  const plain = before.replace(/[‸«»]/g, '');
  const at = (mark: string): { line: number; character: number } =>
    position(plain, before.slice(0, before.indexOf(mark)).replace(/[‸«»]/g, '').length);
  const place = moved(at('‸'), { range: { start: at('«'), end: at('»') }, text });
  expect(place).toEqual(position(after.replace('‸', ''), after.indexOf('‸')));
});

function position(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

import { describe, expect, it } from 'vitest';
import { harmless, palette, wantsColour, widthOf } from './terminal';

describe('wantsColour', () => {
  it.each<[why: string, env: NodeJS.ProcessEnv, terminal: boolean, expected: boolean]>([
    ['a terminal', {}, true, true],
    ['a file or pipe', {}, false, false],
    ['a terminal that can’t', { TERM: 'dumb' }, true, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR over NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ])('%s', (_, env, terminal, expected) => {
    expect(wantsColour(env, terminal)).toBe(expected);
  });
});

it('palette styles when coloured, and never nothing', () => {
  expect(palette(true).red('x')).toBe('\x1b[31mx\x1b[39m');
  expect(palette(true).bold('')).toBe('');
  expect(palette(false).red('x')).toBe('x');
});

it.each([
  ['up{a="ü"} 😀', 'up{a="ü"} 😀'],
  ['\x1b[31mred', '�[31mred'],
  ['\x9b31m', '�31m'],
  ['a\u202eb', 'a�b'],
  ['a\r\nb', 'a��b'],
])('harmless %j', (text, expected) => {
  expect(harmless(text)).toBe(expected);
});

it.each([
  ['a', 1],
  ['ü', 1],
  ['Ж', 1],
  ['漢', 2],
  ['ひ', 2],
  ['한', 2],
  ['Ｗ', 2],
  ['。', 2],
  ['😀', 2],
  ['\u0301', 0],
  ['\u200b', 0],
  ['…', 1],
])('widthOf %s is %i', (character, width) => {
  expect(widthOf(character)).toBe(width);
});

import { describe, expect, it } from 'vitest';
import type { Dialect } from './resolve';
import { resolveScalar } from './resolve';
import { scalars } from './testing';

const resolve = (text: string, dialect?: Dialect): unknown => {
  const { tag, value, fault } = resolveScalar(scalars(`a: ${text}`)[1]!, dialect);
  return fault ?? [tag, value];
};

describe('resolveScalar', () => {
  it.each([
    ['', '!!null', null],
    ['~', '!!null', null],
    ['Null', '!!null', null],
    ['nULL', '!!str', 'nULL'],
    ['true', '!!bool', true],
    ['FALSE', '!!bool', false],
    ['yes', '!!str', 'yes'],
    ['5', '!!int', 5n],
    ['-5', '!!int', -5n],
    ['+5', '!!int', 5n],
    ['1_000', '!!int', 1000n],
    ['_1', '!!str', '_1'],
    ['0x10', '!!int', 16n],
    ['0XfF', '!!int', 255n],
    ['0o17', '!!int', 15n],
    ['017', '!!int', 15n],
    ['018', '!!float', 18],
    ['0b101', '!!int', 5n],
    ['0b-1', '!!int', -1n],
    ['-0o7', '!!int', -7n],
    ['9223372036854775808', '!!int', 9223372036854775808n],
    ['18446744073709551616', '!!float', 2 ** 64],
    ['-9223372036854775809', '!!float', -(2 ** 63)],
    ['1.5', '!!float', 1.5],
    ['1.', '!!float', 1],
    ['.5', '!!float', 0.5],
    ['1e3', '!!float', 1000],
    ['1e400', '!!str', '1e400'],
    ['.', '!!str', '.'],
    ['.inf', '!!float', Infinity],
    ['-.INF', '!!float', -Infinity],
    ['.NaN', '!!float', NaN],
    ['1:30', '!!str', '1:30'],
    ['5m', '!!str', '5m'],
    ['2001-01-01', '!!timestamp', '2001-01-01'],
    ['2001-1-1T1:2:3Z', '!!timestamp', '2001-1-1T1:2:3Z'],
    ['2001-01-01t10:00:00.5+02:00', '!!timestamp', '2001-01-01t10:00:00.5+02:00'],
    ['2001-01-01  10:00:00', '!!timestamp', '2001-01-01  10:00:00'],
    ['2001-02-29', '!!str', '2001-02-29'],
    ['2000-02-29', '!!timestamp', '2000-02-29'],
    ['2001-01-01T10:00:00', '!!str', '2001-01-01T10:00:00'],
    ['2001-01-01 10:00:00Z', '!!str', '2001-01-01 10:00:00Z'],
    ['2001-01-01T25:00:00Z', '!!str', '2001-01-01T25:00:00Z'],
    ['<<', '!!merge', '<<'],
    ['"5"', '!!str', '5'],
    ["'~'", '!!str', '~'],
    ['|-\n  5', '!!str', '5'],
    ['!!str 5', '!!str', '5'],
    ['!!int "5"', '!!int', 5n],
    ['!!float 5', '!!float', 5],
    ['!!null ""', '!!null', null],
    ['! 5', '!!int', 5n],
    ['!foo 5', '!foo', '5'],
    ['!!binary aGk=', '!!binary', 'hi'],
    ['"<<"', '!!str', '<<'],
  ])('%j is %s %s', (text, tag, value) => {
    expect(resolve(text)).toEqual([tag, value]);
  });

  it.each([
    ['!!int foo', 'cannot decode !!str `foo` as a !!int'],
    ['!!int 1.5', 'cannot decode !!float `1.5` as a !!int'],
    ['!!bool yes', 'cannot decode !!str `yes` as a !!bool'],
    ['!!int ""', 'cannot decode !!null `` as a !!int'],
    ['!!timestamp 5', 'cannot decode !!int `5` as a !!timestamp'],
    ['!!binary a', '!!binary value contains invalid base64 data'],
  ])('refuses %j', (text, fault) => {
    expect(resolve(text)).toBe(fault);
  });

  it.each([
    ['yes', '!!bool', true],
    ['n', '!!bool', false],
    ['off', '!!bool', false],
    ['! 5', '!', '5'],
  ])('%j is %s %s in version 2', (text, tag, value) => {
    expect(resolve(text, 'v2')).toEqual([tag, value]);
  });
});

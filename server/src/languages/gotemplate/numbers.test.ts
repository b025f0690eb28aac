import { describe, expect, it } from 'vitest';
import { readComplex, readNumber } from './numbers';

describe('readNumber', () => {
  it.each([
    ['0', 'int'],
    ['-0', 'int'],
    ['073', 'int'],
    ['0o73', 'int'],
    ['0b10_010_01', 'int'],
    ['0x_1F', 'int'],
    ['1_000', 'int'],
    ['+9223372036854775807', 'int'],
    ['-9223372036854775808', 'int'],
    ['18446744073709551615', 'int'],
    [`0x${'0'.repeat(100)}1`, 'int'],
    ['1e3', 'float'],
    ['1.', 'float'],
    ['.5', 'float'],
    ['1_23.5e+1_2', 'float'],
    ['0x1p-4', 'float'],
    ['0x.8p1024', 'float'],
    ['1e-400', 'float'],
    ['1.7976931348623157e308', 'float'],
    ['0x1.fffffffffffff7p1023', 'float'],
    ['4i', 'complex'],
    ['073i', 'complex'],
    ['-1.5e3i', 'complex'],
  ])('%s is %s', (text, type) => {
    expect(readNumber(text)).toEqual({ type });
  });

  it.each([
    ...[
      '',
      '-',
      '+',
      '.',
      '1e',
      '1__0',
      '_1',
      '1_',
      '089',
      '0x',
      '0x1.8',
      '0x_.8p1',
      '1_.5',
      '1._5',
      '0x5i',
      '0b1i',
      '-i',
    ],
    ...[
      '+9223372036854775808',
      '-9223372036854775809',
      '18446744073709551616',
      '1e400',
      '0x1p1024',
      '9'.repeat(9999),
    ],
    '0x1.fffffffffffff8p1023',
  ])('%s is refused', (text) => {
    expect(readNumber(text)).toHaveProperty('refused');
  });
});

describe('readComplex', () => {
  it.each(['1+2i', '-1.5e3-0x1p4i', '1_0+2i'])('%s is read', (text) => {
    expect(readComplex(text)).toEqual({ type: 'complex' });
  });

  it.each(['1i+2i', '0o7+1i', '1+i', '0b1+2i', '1e+1+2'])('%s is refused', (text) => {
    expect(readComplex(text)).toHaveProperty('refused');
  });
});

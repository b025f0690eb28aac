import { describe, expect, it } from 'vitest';
import { decode, encodeLike } from './decode';

const TEXT = 'expr: "ü😀"\n';
const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

describe.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', little],
  ['UTF-16, big end first', Buffer.from(little).swap16()],
])('%s', (_, bytes) => {
  it('is read without its mark', () => {
    expect(decode(bytes)).toEqual({ text: TEXT });
  });

  it('is written as it was read', () => {
    expect(encodeLike(bytes, TEXT)).toEqual(bytes);
  });
});

it.each([
  ['Latin-1', Buffer.from('ü: x\n', 'latin1'), 0],
  ['a lone trailing byte', Buffer.from([...Buffer.from('a: 😀'), 0x80, 0x0a]), 5],
  ['half a UTF-16 character', Buffer.concat([little, Buffer.from([0x61])]), TEXT.length],
])('finds where %s is wrong', (_, bytes, from) => {
  expect(decode(bytes).fault).toMatchObject({ severity: 'error', span: { from, to: from + 1 } });
});

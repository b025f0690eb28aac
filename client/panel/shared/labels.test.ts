import { describe, expect, it } from 'vitest';
import { formatLabels, parseLabels } from './labels';

describe('parseLabels', () => {
  it.each<[string, Record<string, string>]>([
    ['a=b', { a: 'b' }],
    ['a=b,c=d', { a: 'b', c: 'd' }],
    [' a = b , c = d e ', { a: 'b', c: 'd e' }],
    ['{a="b", c="d, e"}', { a: 'b', c: 'd, e' }],
    ['a="say \\"hi\\""', { a: 'say "hi"' }],
    ['severity: critical\nteam: db\n', { severity: 'critical', team: 'db' }],
    ['url=http://host:9090/x', { url: 'http://host:9090/x' }],
    ['"with space"="x"', { 'with space': 'x' }],
    ['a=', { a: '' }],
    ['', {}],
  ])('%j', (text, labels) => {
    expect(parseLabels(text)).toEqual(labels);
  });

  it.each(['word', 'a=~"b"', 'a!="b"', 'a="b"c', 'a="unclosed'])('refuses %j', (text) => {
    expect(parseLabels(text)).toBeUndefined();
  });

  it('keeps a label that is named like a property of objects', () => {
    expect(Object.entries(parseLabels('__proto__=x') ?? {})).toEqual([['__proto__', 'x']]);
  });
});

it.each<Record<string, string>>([
  { a: 'b', c: 'd, "e"\\' },
  { 'with space': '<b>' },
  { path: 'C:\\new\ttab\nline' },
])('what formatLabels writes, parseLabels reads: %j', (labels) => {
  expect(parseLabels(formatLabels(labels))).toEqual(labels);
});

import { describe, expect, it } from 'vitest';
import { completePromql } from './complete';
import { promqlFolds } from './folding';
import { hoverPromql } from './hover';
import type { PromqlDialect } from './knowledge';
import { wellKnownMetrics } from './metrics';
import { metricRefs, promqlOccurrences } from './occurrences';
import { parse } from './parse';
import { promqlSelections } from './selection';
import { signaturePromql } from './signature';
import { promqlSymbols } from './symbols';
import { promqlTokens } from './tokens';

const DIALECT: PromqlDialect = { version: [3, 14], features: new Set() };
const ENV = { knowledge: wellKnownMetrics(), dialect: DIALECT };

const PIECES = [
  ...[
    'foo',
    'up',
    'sum',
    'rate',
    'topk',
    'by',
    'on',
    'group_left',
    'bool',
    'offset',
    'and',
    'start',
    'fill',
    'smoothed',
  ],
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '@',
    '=',
    '!=',
    '=~',
    '!',
    '==',
    '<',
    '</',
    '+',
    '-',
    '*',
    '#',
    '\n',
    ' ',
  ],
  ...['"a"', "'", '`', '"\\', '5m', '5', '1e', '0x', 'Inf', '{{', '$x', '😀', '\u0000', 'é'],
];

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function answerEverything(text: string, offset: number): void {
  const result = parse(text);
  const isInside = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    0 <= from && from <= to && to <= text.length;
  const spans = [
    ...completePromql(result, offset, ENV).items.map(({ replace }) => replace),
    ...[hoverPromql(result, offset, ENV)].flatMap((answer) => answer?.span ?? []),
    ...promqlTokens(result).map(({ span }) => span),
    ...promqlFolds(result),
    ...promqlSelections(result, offset),
    ...promqlOccurrences(result, offset).map(({ span }) => span),
    ...(result.expr ? metricRefs(result.expr).map(({ span }) => span) : []),
    ...promqlSymbols(result).map(({ span }) => span),
  ];
  expect([text, spans.filter((span) => !isInside(span))]).toEqual([text, []]);
  const signature = signaturePromql(result, offset);
  expect(signature === undefined || signature.activeParameter <= signature.parameters.length).toBe(true);
}

describe('language services', () => {
  it('answer within the text, whatever is written', () => {
    const random = generator(2026);
    for (let run = 0; run < 200; run++) {
      const length = Math.floor(random() * 12);
      const pieces = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]);
      const text = pieces.join(random() < 0.5 ? ' ' : '');
      answerEverything(text, Math.floor(random() * (text.length + 1)));
    }
  });

  it.each([
    ['parentheses', '('.repeat(10_000)],
    ['calls', 'rate('.repeat(10_000)],
    ['braces', 'a{'.repeat(10_000)],
    ['brackets', 'a['.repeat(10_000)],
    ['closing brackets', ')]}'.repeat(10_000)],
    ['signs', '-'.repeat(10_000)],
    ['operators', 'a + '.repeat(10_000)],
    ['labels', `sum by (${'a, '.repeat(10_000)}`],
    ['matchers', `a{${'b="c", '.repeat(10_000)}`],
    ['alternatives', `a{b=~"${'c|'.repeat(10_000)}`],
    ['comments', '# a\n'.repeat(10_000)],
  ])('answer in bounded time to 10,000 %s', (_, text) => {
    expect(() => {
      answerEverything(text, text.length);
      answerEverything(text, Math.floor(text.length / 2));
    }).not.toThrow();
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr, ParseResult } from '../../server/src/languages/promql/ast';
import { formatExpr } from '../../server/src/languages/promql/format';
import { parse } from '../../server/src/languages/promql/parse';
import { typeOf } from '../../server/src/languages/promql/tree';
import * as written from '../support/promql-expressions';

const RUNS = { numRuns: Number(process.env.RUNS ?? 500) };
const isAccepted = (text: string) => parse(text).faults.length === 0;
const promqlExpression = written.promqlExpression.filter(isAccepted);
const commentedExpression = written.commentedExpression.filter(isAccepted);
const width = fc.constantFrom(10, 40, 100);

function formatted(text: string, options: { width?: number } = {}): string {
  const result = formatExpr(text, options);
  if ('refused' in result) throw new Error(`${result.refused}\n${text}`);
  return result.text;
}

/** What is only about places and writing. */
const NOTATION = new Set([
  'span',
  'list',
  'braces',
  'brackets',
  'argList',
  'opSpan',
  'valueSpan',
  'quoted',
  'groupingLast',
  'duration',
]);

/** The tree as far as it has a meaning: keywords in lower case, matchers in one order, what says nothing left out. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : Object.is(value, -0) ? '-0' : value;
  if (typeof value !== 'object' || value === null) return value;
  const node: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (!NOTATION.has(key)) node[key] = meaning(inner);
  for (const key of ['op', 'keyword']) {
    const word = node[key];
    if (typeof word === 'object') node[key] = (word as { text: string }).text.toLowerCase();
  }
  if (Array.isArray(node.matchers)) {
    node.matchers = node.matchers.map((matcher) => JSON.stringify(matcher)).sort();
  }
  // Matching says nothing beside a number; upstream forgets it.
  const { lhs, rhs } = value as { lhs?: Expr; rhs?: Expr };
  if (node.kind === 'binary' && ![lhs, rhs].every((side) => side && typeOf(side) === 'vector')) {
    delete node.matching;
    delete node.group;
  }
  if (node.keyword === 'by' || node.keyword === 'ignoring') {
    if (Array.isArray(node.labels) && node.labels.length === 0) return undefined;
  }
  return node;
}

function comments({ comments }: ParseResult): string[] {
  return comments.map(({ text }) => text.trimEnd()).sort();
}

describe('formatExpr', () => {
  it('keeps the meaning', () => {
    fc.assert(
      fc.property(promqlExpression, width, (text, width) => {
        const result = formatted(text, { width });
        expect(meaning(parse(result).expr)).toEqual(meaning(parse(text).expr));
      }),
      RUNS,
    );
  });

  it('keeps every comment, and the meaning', () => {
    fc.assert(
      fc.property(commentedExpression, width, (text, width) => {
        const [before, after] = [parse(text), parse(formatted(text, { width }))];
        expect(comments(after)).toEqual(comments(before));
        expect(meaning(after.expr)).toEqual(meaning(before.expr));
      }),
      RUNS,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(commentedExpression, width, (text, width) => {
        const once = formatted(text, { width });
        expect(formatted(once, { width })).toBe(once);
      }),
      RUNS,
    );
  });

  it('never throws', () => {
    const fragments = fc.constantFrom(
      'sum',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      'a',
      '"b"',
      '5m',
      ',',
      '=',
      'by',
      '-',
      '#',
      '\n',
      'offset',
      '@',
      ':',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 20 }), (parts) => {
        const result = formatExpr(parts.join(' '));
        expect('text' in result || result.refused !== '').toBe(true);
      }),
      RUNS,
    );
  });
});

import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParseResult } from '../../server/src/languages/promql/ast';
import { parse } from '../../server/src/languages/promql/parse';
import { walk } from '../../server/src/languages/promql/tree';
import { promqlExpression } from '../support/promql-expressions';

const { cases, features } = JSON.parse(
  readFileSync(new URL('../corpus/promql/upstream-parser.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly { readonly input: string }[]; readonly features: readonly string[] };

const dialect = { version: [3, 14], features: new Set(features) } as const;

/** True if the grammar of Prometheus' web page reads it without errors. */
function isRead(text: string): boolean {
  let hasError = false;
  parser.parse(text).iterate({ enter: ({ type }) => void (hasError ||= type.isError) });
  return !hasError;
}

/** What that grammar doesn't know: numbers such as `5.`, `1.e2` and `0x1_2_34`, and a metric called `offset`. */
function isBeyond({ expr, tokens }: ParseResult): boolean {
  let isBeyond = tokens.some(({ kind, text }) => kind === 'number' && /\.(?:e|$)|^0x.*_/i.test(text));
  if (expr) {
    walk(expr, (node) => {
      if (node.kind === 'selector' && node.name?.text.toLowerCase() === 'offset') isBeyond = true;
    });
  }
  return isBeyond;
}

describe('the grammar of Prometheus’ web page', () => {
  it('reads what we accept', () => {
    const samples = fc.sample(promqlExpression, { numRuns: 1000, seed: 5 });
    const accepted = [...cases.map(({ input }) => input), ...samples]
      .map((text) => parse(text, { dialect }))
      .filter(({ faults }) => faults.length === 0);
    expect(accepted.length).toBeGreaterThan(700);
    const refused = accepted.filter((result) => !isRead(result.text) && !isBeyond(result));
    expect(refused.map(({ text }) => text)).toEqual([]);
  });
});

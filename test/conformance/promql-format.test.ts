import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, visit } from 'yaml';
import { formatExpr } from '../../server/src/languages/promql/format';
import type { PromqlDialect } from '../../server/src/languages/promql/knowledge';
import { parse } from '../../server/src/languages/promql/parse';
import { oracle } from '../support/oracles';
import { promqlExpression } from '../support/promql-expressions';

interface UpstreamCase {
  readonly test: string;
  readonly width: number;
  readonly in: string;
  readonly out: string;
}

const corpus = new URL('../corpus/', import.meta.url);
const upstream = JSON.parse(readFileSync(new URL('promql/upstream-format.json', corpus), 'utf8')) as {
  cases: UpstreamCase[];
};

const EVERYTHING: PromqlDialect = {
  version: [3, 14],
  features: new Set([
    'promql-experimental-functions',
    'promql-duration-expr',
    'promql-extended-range-selectors',
    'promql-binop-fill-modifiers',
  ]),
};

describe('the table of Prometheus 3.14', () => {
  // Upstream drops comments, which is the one thing that we do otherwise.
  const bare = upstream.cases.filter((row) => !row.in.includes('# '));

  it.each(bare)('$test: $in', ({ in: text, out, width }) => {
    expect(formatExpr(text, { width, dialect: EVERYTHING })).toEqual({ text: out });
  });
});

/** The `expr` of every rule of the corpus. */
function ruleExpressions(): string[] {
  const expressions: string[] = [];
  const folder = new URL('rules/', corpus);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yml'))) {
    for (const document of parseAllDocuments(readFileSync(new URL(file, folder), 'utf8'))) {
      visit(document, {
        Pair(_, { key, value }) {
          const expr = String(key) === 'expr' ? (value as { value?: unknown } | null)?.value : undefined;
          if (typeof expr === 'string') expressions.push(expr);
        },
      });
    }
  }
  return expressions;
}

/**
 * Where promtool 3.5 prints something else than Prometheus 3.14: it loses quotes of labels in clauses, `ignoring ()`
 * in front of a group clause, and parentheses of durations. And `Inf ^ x`, which both print as `+Inf ^ x` and
 * then read as the sign of a power; we leave that sign out, so that formatting twice is formatting once.
 */
const MENDED =
  /\b(?:on|ignoring|group_\w+) ?\([^)]*"|ignoring ?\( ?\) ?group|(?:offset|\[) ?[-+]?\(|\binf *\^/i;

const run = promisify(execFile);

/** What promtool prints; undefined where it refuses. */
async function promtool(text: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(oracle('promtool'), ['promql', 'format', '--experimental', '--', text]);
    return stdout.replace(/\n$/, '');
  } catch {
    return undefined;
  }
}

describe('promtool', () => {
  // One process an expression: slow where other tests run too.
  it('prints the same', async () => {
    const written = fc.sample(promqlExpression, { numRuns: 150, seed: 3 });
    const texts = [...upstream.cases.map((row) => row.in), ...ruleExpressions(), ...written];
    const compared = texts.filter((text) => parse(text).comments.length === 0 && !MENDED.test(text));
    const pairs: { text: string; theirs: string; ours: unknown }[] = [];
    const waiting = [...new Set(compared)];
    const work = async (): Promise<void> => {
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
        const theirs = await promtool(text);
        if (theirs !== undefined) pairs.push({ text, theirs, ours: formatExpr(text) });
      }
    };
    await Promise.all([work(), work(), work()]);
    expect(pairs.filter(({ theirs, ours }) => (ours as { text?: string }).text !== theirs)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(300);
  }, 600_000);
});

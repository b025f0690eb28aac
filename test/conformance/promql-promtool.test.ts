import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PromqlDialect } from '../../server/src/languages/promql/knowledge';
import { parse } from '../../server/src/languages/promql/parse';
import { oracle } from '../support/oracles';
import { promqlExpression } from '../support/promql-expressions';

const FEATURE = 'promql-experimental-functions';
/** The installed promtool. */
const dialect: PromqlDialect = { version: [3, 5], features: new Set([FEATURE]) };

/** Which of the expressions promtool refuses. They are the rules of one file, so that one process judges them all. */
function refusedByPromtool(expressions: readonly string[]): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-promql-'));
  try {
    const rules = expressions.map((expr, i) => `  - {record: "r${i}", expr: ${JSON.stringify(expr)}}\n`);
    writeFileSync(join(folder, 'rules.yml'), `groups:\n- name: g\n  rules:\n${rules.join('')}`);
    const args = ['check', 'rules', '--lint=none', `--enable-feature=${FEATURE}`, 'rules.yml'];
    const run = spawnSync(oracle('promtool'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    const refused = [...run.stderr.matchAll(/^rules\.yml: \d+:\d+: group "g", rule (\d+), /gm)];
    if (run.status !== 0 && refused.length === 0)
      throw new Error(`promtool gives no verdicts: ${run.stderr}`);
    return new Set(refused.map(([, number]) => expressions[Number(number) - 1] ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { cases } = JSON.parse(
  readFileSync(new URL('../corpus/promql/upstream-parser.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly { readonly input: string }[] };
const inputs = cases.map(({ input }) => input);

const PIECE = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|[a-z_][\w:]*|\d[\w.]*|[=!<>]=|=~|!~|\s+|[^]/gi;
const WORDS = [
  ...'and or unless atan2 sum topk count_values limitk offset by without on ignoring group_left bool start end'.split(
    ' ',
  ),
  ...'inf rate vector time() start() info foo a:b 5 -1 5m 0s 1h30m 5x 0x1f 1_0 "a" "\\d" \'b\' `c` ( ) { } ['.split(
    ' ',
  ),
  ...'] , : @ + - * / % ^ == != < >= = =~ !~ # ; $ é 😀 [5m] [5m:] {a="b"} {} by(a) on(a) __name__="x" "a.b"'.split(
    ' ',
  ),
];

const mutation = fc.record({
  how: fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert', 'misspell', 'cut'),
  at: fc.nat(),
  other: fc.nat(),
  word: fc.constantFrom(...WORDS),
});

function mutate(
  text: string,
  { how, at, other, word }: ReturnType<typeof mutation.generate>['value'],
): string {
  const pieces = text.match(PIECE) ?? [''];
  const i = at % pieces.length;
  const j = other % pieces.length;
  const piece = pieces[i] ?? '';
  switch (how) {
    case 'drop':
      return pieces.toSpliced(i, 1).join('');
    case 'double':
      return pieces.toSpliced(i, 0, piece).join('');
    case 'swap':
      return pieces
        .with(i, pieces[j] ?? '')
        .with(j, piece)
        .join('');
    case 'replace':
      return pieces.with(i, word).join('');
    case 'insert':
      return pieces.toSpliced(i, 0, ` ${word} `).join('');
    case 'misspell': {
      const letters = Array.from(piece);
      return pieces.with(i, letters.toSpliced(other % Math.max(1, letters.length), 1).join('')).join('');
    }
    case 'cut':
      return pieces.slice(0, i).join('');
  }
}

const mutated = fc
  .tuple(fc.oneof(fc.constantFrom(...inputs), promqlExpression), fc.array(mutation, { maxLength: 3 }))
  .map(([text, mutations]) => mutations.reduce(mutate, text));

/**
 * What promtool 3.5 accepts and 3.14 doesn't, where we follow the newer one: letters read as colons in `x[5 m]`, and
 * a range behind `@ start()`.
 */
const MENDED = /\[[^\]]*\d\w*\s+[a-z_]|@\s*(?:start|end)\s*\(\s*\)\s*\[/i;

/** What YAML can't hold. */
const LONE_SURROGATE = /\p{Cs}/u;

describe('promtool', () => {
  it('gives the same verdicts', () => {
    const samples = fc.sample(mutated, { numRuns: 6000, seed: 11 });
    const expressions = [...new Set([...inputs, ...samples])].filter(
      (text) => !LONE_SURROGATE.test(text) && !MENDED.test(text),
    );
    const refused = refusedByPromtool(expressions);
    const differing = expressions.filter(
      (text) => refused.has(text) !== parse(text, { dialect }).faults.length > 0,
    );
    expect(differing).toEqual([]);
    expect(refused.size).toBeGreaterThan(2000);
    expect(expressions.length - refused.size).toBeGreaterThan(1000);
  });
});

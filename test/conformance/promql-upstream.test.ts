import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/languages/promql/parse';
import type { PromqlDialect } from '../../server/src/languages/promql/knowledge';

interface Row {
  readonly input: string;
  /** In the order in which Prometheus finds them; absent where it accepts. */
  readonly errors?: readonly { readonly from: number; readonly to: number; readonly message: string }[];
}

const table = JSON.parse(
  readFileSync(new URL('../corpus/promql/upstream-parser.json', import.meta.url), 'utf8'),
) as { readonly features: readonly string[]; readonly cases: readonly Row[] };

const dialect: PromqlDialect = { version: [3, 14], features: new Set(table.features) };

/** Words of a message that someone would search for: not kinds of tokens, nor functions of Go. */
function keyWords(message: string): string[] {
  const plain = message.replace(/<(?:op|aggr)?:?([^>]*)>/g, '"$1"').replace(/strconv\.\w+/, '');
  return plain.match(/[a-z]{4,}/gi) ?? [];
}

describe('the parser table of Prometheus', () => {
  const valid = table.cases.filter(({ errors }) => !errors);
  const invalid = table.cases.filter(({ errors }) => errors);

  it('has both kinds', () => {
    expect(valid.length).toBeGreaterThan(200);
    expect(invalid.length).toBeGreaterThan(130);
  });

  it.each(valid)('accepts $input', ({ input }) => {
    expect(parse(input, { dialect }).faults).toEqual([]);
  });

  it.each(invalid)('refuses $input', ({ input, errors = [] }) => {
    const [fault] = parse(input, { dialect }).faults;
    const [error] = errors;
    expect(fault?.span).toEqual(error && { from: error.from, to: error.to });
    const said = fault?.message.toLowerCase() ?? '';
    const missing = keyWords(error?.message ?? '').filter((word) => !said.includes(word.toLowerCase()));
    // The text of the expression itself may be shown in another way.
    expect(missing.filter((word) => !input.includes(word))).toEqual([]);
  });

  it('refuses what is built in a loop', () => {
    const input = `(${'-{}-1'.repeat(10_000)})${'[1m:]'.repeat(1000)}`;
    const { faults } = parse(input, { dialect });
    expect(faults[0]?.span).toEqual({ from: 2, to: 4 });
    expect(faults.filter(({ code }) => code === 'promql/empty-matcher')).toHaveLength(10_000);
    expect(faults.filter(({ code }) => code === 'promql/operand-type')).toHaveLength(999);
  });
});

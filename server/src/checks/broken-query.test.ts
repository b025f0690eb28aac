import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT } from '../languages/promql/parse';
import { readRules } from '../formats/rules/slice';
import { adviseOn } from '.';

/** What is said of an alert with this summary, written as `scalar`. */
function findings(scalar: string) {
  const text = `groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n    annotations:\n      summary: ${scalar}\n`;
  const settings = { dialect: DEFAULT_DIALECT, nameValidation: 'utf8' as const, advise: adviseOn };
  return { text, findings: readRules(text, settings).findings };
}

describe('a query in a template', () => {
  it.each([
    ['is right', `'{{ query "sum(up)" | first | value }}'`],
    ['has a hole for what printf puts in', `'{{ printf "up{job=%q}" $labels.job | query }}'`],
    ['is no literal', `'{{ query $labels.query }}'`],
    ['is other text', `'{{ toUpper "sum(" }}'`],
    ['is behind the braces', `'query "sum("'`],
  ])('is left alone where it %s', (_, scalar) => {
    expect(findings(scalar).findings).toEqual([]);
  });

  it.each([
    ['in single quotes', `'{{ query "up + rte(up)" | first | value }}'`],
    ['in escapes', `"{{ query \\"up + rte(up)\\" | first | value }}"`],
    ['in a raw string', "'{{ query `up + rte(up)` | first | value }}'"],
    ['in a block scalar', '|\n        {{ query "up + rte(up)" | first | value }}'],
    ['in a folded scalar', '>-\n        {{ query\n        "up + rte(up)" | first | value }}'],
    ['as a format', `'{{ printf "up + rte(up) > %v" $value | query | first | value }}'`],
    ['behind a link', `'{{ graphLink "up + rte(up)" }}'`],
  ])('is advised on %s', (_, scalar) => {
    const { text, findings: found } = findings(scalar);
    const from = text.indexOf('rte');
    expect(found).toEqual([
      expect.objectContaining({
        code: 'rules/broken-query',
        severity: 'warning',
        message: expect.stringContaining('when the alert fires: unknown function') as string,
        span: { from, to: from + 3 },
      }),
    ]);
  });

  it('is mended in the notation of its string', () => {
    const { text, findings: found } = findings(`"{{ query \\"sum(up,)\\" | first | value }}"`);
    const edits = found[0]?.fixes?.[0]?.edits;
    const comma = text.indexOf(',');
    expect(edits).toEqual([{ span: { from: comma, to: comma + 1 }, newText: '' }]);
  });
});

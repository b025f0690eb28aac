import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { selectorUses } from './selector-uses';

describe('selectorUses', () => {
  it.each([
    ['up', ['up']],
    ['rate(x_total[5m])', ['x_total range rate']],
    ['sum by (a) (rate((x_total{b="c",d=~"e"})[5m:1m]))', ['x_total operator [:] b,d']],
    ['SUM(x) > -y offset 5m', ['x aggregate sum', 'y operator > moved']],
    ['{__name__="x", a="b"} and {"y.z"}', ['x operator and a', 'y.z operator and']],
    ['{__name__=~"x.*"}', []],
    ['histogram_quantile(0.9, x_bucket)', ['x_bucket call histogram_quantile']],
  ])('%s', (text, expected) => {
    const { expr } = parse(text);
    const shown = selectorUses(expr!).map(({ name, context, labels, moved }) =>
      [
        name,
        context && `${context.kind} ${context.name}`,
        labels.map((label) => label.name).join(),
        moved && 'moved',
      ]
        .filter(Boolean)
        .join(' '),
    );
    expect(shown).toEqual(expected);
  });

  it('finds names at the bottom of a deep expression', () => {
    const text = `${'('.repeat(3000)}up${')'.repeat(3000)}`;
    const { expr } = parse(text);
    expect(expr && selectorUses(expr).map(({ name }) => name)).toEqual(['up']);
  });
});

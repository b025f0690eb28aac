import { describe, expect, it } from 'vitest';
import type { Expr } from './ast';
import { parse } from './parse';
import { children, pathAt, typeOf, walk } from './tree';

function expression(text: string): Expr {
  const { expr } = parse(text);
  if (!expr) throw new Error('nothing is written');
  return expr;
}

describe('typeOf', () => {
  it.each([
    ['1', 'scalar'],
    ['5m', 'scalar'],
    ['"a"', 'string'],
    ['up', 'vector'],
    ['up[5m]', 'matrix'],
    ['up[5m:]', 'matrix'],
    ['-(1 + 2)', 'scalar'],
    ['1 + up', 'vector'],
    ['time() - 5', 'scalar'],
    ['sum(up)', 'vector'],
    ['nope(1)', 'unknown'],
    ['1 +', 'unknown'],
    ['up +', 'vector'],
  ])('%s is %s', (text, type) => {
    expect(typeOf(expression(text))).toBe(type);
  });

  it('takes linear time for all nodes of a long chain', () => {
    const chain = expression(`1${' + 1'.repeat(20_000)}`);
    const types = new Set<string>();
    walk(chain, (node) => types.add(typeOf(node)));
    expect([...types]).toEqual(['scalar']);
  });
});

describe('children', () => {
  it.each([
    ['a + b', ['a ', ' b']],
    ['x[5m] offset 1h', ['x', '5m']],
    ['x offset 1h', ['1h']],
    ['x[1h:5m] offset 2h', ['x', '1h', '5m', '2h']],
    ['topk(5, x)', ['5', 'x']],
    ['"a"', []],
  ])('%s', (text, expected) => {
    const texts = children(expression(text)).map(({ span }) => text.slice(span.from, span.to));
    expect(texts).toEqual(expected.map((part) => part.trim()));
  });
});

describe('walk', () => {
  it('goes by place and leaves out what it is told to', () => {
    const seen: string[] = [];
    walk(expression('sum(a + b) / (c)'), ({ kind }) => {
      seen.push(kind);
      return kind !== 'paren';
    });
    expect(seen).toEqual(['binary', 'aggregate', 'binary', 'selector', 'selector', 'paren']);
  });
});

describe('pathAt', () => {
  it.each([
    ['sum(rate(fo‸o[5m]))', ['aggregate', 'call', 'matrix', 'selector']],
    ['sum(rate(foo[5‸m]))', ['aggregate', 'call', 'matrix', 'number']],
    ['rate( ‸ )', ['call']],
    ['abs(a, ‸ )', ['call', 'missing']],
    ['rate(‸', ['call', 'missing']],
    ['foo + ‸', ['binary', 'missing']],
    ['foo offset ‸', ['selector', 'missing']],
    ['foo[‸', ['matrix', 'missing']],
    ['a +‸b', ['binary', 'selector']],
    ['a ‸+ b', ['binary']],
  ])('%s', (marked, kinds) => {
    const offset = marked.indexOf('‸');
    const path = pathAt(expression(marked.replace('‸', '')), offset);
    expect(path.map(({ kind }) => kind)).toEqual(kinds);
  });
});

import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse';
import { faultsOf, tree } from './testing';

/** Lists of lists of aliases, each ten times as large as the one before. */
function bomb(depth: number): string {
  const lists = Array.from({ length: depth }, (_, i) => {
    const item = i === 0 ? 'lol' : `*x${i - 1}`;
    return `- &x${i} [${Array.from({ length: 10 }, () => item).join(', ')}]\n`;
  });
  return lists.join('');
}

describe('aliases', () => {
  it('may repeat as much as go-yaml lets them', () => {
    expect(faultsOf(bomb(3)).codes).toEqual([]);
  });

  it('are refused where nearly everything comes from them, once', () => {
    const [document] = parseYaml(bomb(9));
    expect(document?.faults.map(({ code }) => code)).toEqual(['yaml/excessive-aliases']);
  });

  it('lose their target from there on, so that the tree stays small', () => {
    const { codes } = faultsOf(bomb(40));
    expect(codes).toEqual(['excessive-aliases']);
    const size = JSON.stringify(parseYaml(bomb(40))[0]?.root).length;
    expect(size).toBeLessThan(10_000_000);
  });

  it('may take the name of a later anchor again', () => {
    expect(tree('- &x a\n- *x\n- &x b\n- *x')).toEqual(['&x a', '*x', '&x b', '*x']);
  });

  it('have no target inside of it', () => {
    const [document] = parseYaml('&x [a, *x]');
    expect(document?.root).toMatchObject({ items: [{}, { kind: 'alias', name: 'x' }] });
    expect(document?.root?.kind === 'sequence' && document.root.items[1]).not.toHaveProperty('target');
  });
});

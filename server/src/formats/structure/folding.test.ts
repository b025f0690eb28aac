import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { foldYaml } from './folding';

describe('foldYaml', () => {
  it('folds fields and items of several lines, without the blank lines behind them', () => {
    const text = 'a:\n  b: 1\n\nc:\n  - d: |\n      x\n      y\n  - e: 1\n    f: 2\n\n';
    const [document] = parseYaml(text);
    const folds = foldYaml(text, document!.root!).map(({ from, to }) => text.slice(from, to));
    expect(folds).toEqual([
      'a:\n  b: 1',
      'c:\n  - d: |\n      x\n      y\n  - e: 1\n    f: 2',
      'd: |\n      x\n      y',
      'd: |\n      x\n      y',
      'e: 1\n    f: 2',
    ]);
  });
});

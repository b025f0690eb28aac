import { describe, expect, it } from 'vitest';
import { codeLenses } from './code-lens';
import { project } from './testing';

async function lenses(files: Record<string, string>): Promise<string[]> {
  const { context } = await project(files);
  return codeLenses(context).map(
    ({ range, command }) => `${range.start.line + 1}: ${command?.title} ${command?.command}`,
  );
}

const RULES = [
  'groups:',
  '- name: g',
  '  rules:',
  '  - alert: Slow',
  '    expr: latency_sum / latency_count > 1',
  '  - alert: Slower',
  '    expr: latency_sum > 2',
  '  - record: a:b',
  '    expr: sum(latency_bucket)',
].join('\n');

describe('a lens over a metric', () => {
  it('counts what uses it, each once', async () => {
    const board =
      'panel A `latency_sum`\npanel B `latency_count`\ndoc `latency_count`\nquery `latency_count`';
    expect(
      await lenses({
        'a.toy': '‸histogram latency{}\ncounter b{}\ndefault gauge c{}',
        'b.toy': board,
        'r.yml': RULES,
      }),
    ).toEqual([
      '1: 2 alerts, 1 recording rule, 1 dashboard, 1 query, 1 document alertwright.showUses',
      '2: not used ',
    ]);
  });

  it('is not there in a workspace that uses no metrics', async () => {
    expect(await lenses({ 'a.toy': '‸counter a{}' })).toEqual([]);
  });

  it('says where to look', async () => {
    const { context } = await project({ 'a.toy': '‸counter a{}\nquery `a`' });
    expect(codeLenses(context)[0]?.command?.arguments).toEqual([
      { uri: 'file:///w/a.toy', position: { line: 0, character: 8 } },
    ]);
  });
});

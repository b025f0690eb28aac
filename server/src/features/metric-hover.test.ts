import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from './hover';
import { project } from './testing';

async function hovered(files: Record<string, string>): Promise<string> {
  const { context, position } = await project(files);
  const contents = (await hover(context, position))?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
}

const RULES = [
  'groups:',
  '- name: g',
  '  rules:',
  '  - record: a:b',
  '    expr: sum(requests_total)',
  '  - alert: Down',
  '    expr: a:b == 0',
].join('\n');

describe('hover of a metric', () => {
  it.each([
    ['where it is defined', 'counter reque‸sts_total{method} All requests.', 'query `up`'],
    ['in an expression', 'counter requests_total{method} All requests.', 'query `rate(requests‸_total[5m])`'],
  ])('%s', async (_, definition, query) => {
    const files = { 'src/a(1).toy': `\n${definition}`, 'b.toy': query, 'r.yml': RULES };
    const markdown = await hovered(files);
    expect(markdown).toContain('**`requests_total`** · counter');
    expect(markdown).toContain('All requests.');
    expect(markdown).toContain('Labels: `method`');
    expect(markdown).toContain('Defined in: [src/a(1).toy:2](file:///w/src/a%281%29.toy#L2)');
    expect(markdown).toContain('Used by: recording rule `a:b`');
  });

  it('tells of a recording rule what uses it', async () => {
    const markdown = await hovered({ 'r.yml': RULES.replace('record: a:', 'record: a‸:') });
    expect(markdown).toContain('From: recording rule in w/r.yml');
    expect(markdown).toContain('Used by: alert `Down`');
  });

  it('names some users and counts the others', async () => {
    const panels = Array.from({ length: 12 }, (_, i) => `panel P${i} \`a_total\``);
    const files = { 'a.toy': ['counter a_‸total{}', 'query `a_total`', ...panels].join('\n') };
    expect(await hovered(files)).toContain(
      'Used by: dashboards `P0`, `P1`, `P2`, `P3`, `P4`, `P5`, `P6`, `P7` and 5 more',
    );
  });

  it('says nothing more of what the workspace does not know', async () => {
    expect(await hovered({ 'q.promql': 'ti‸me()' })).not.toContain('Used by');
  });
});

describe('hover of a label', () => {
  it.each(['counter a{met‸hod}\nwrite a {method: GET}', 'counter a{method}\nwrite a {meth‸od: GET}'])(
    'in a program tells whose it is and what is written: %s',
    async (text) => {
      expect(await hovered({ 'a.toy': text })).toBe('**`method`** · label of `a`\n\nKnown values: `GET`');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { rename } from './rename';
import { afterEdit, project } from './testing';

/** A rule file with one rule. */
function rule(...lines: string[]): string {
  return ['groups:', '- name: g', '  rules:', `  - ${lines.join('\n    ')}`, ''].join('\n');
}

async function renamed(files: Record<string, string>, newName: string): Promise<Record<string, string>> {
  const { workspace, context, position } = await project(files);
  const edit = await rename(context, position, newName, true);
  if ('refused' in edit) throw new Error(edit.refused);
  return afterEdit(workspace, edit);
}

async function refusal(files: Record<string, string>, newName: string): Promise<string> {
  const { context, position } = await project(files);
  const edit = await rename(context, position, newName, true);
  return 'refused' in edit ? edit.refused : 'not refused';
}

const COUNTER = 'counter requests_total{method} Requests.';
const RULE = rule('alert: Down', 'expr: rate(requests_total[5m]) == 0');

describe('a metric of a program', () => {
  it.each([
    ['its definition', { 'a.toy': 'counter requests‸_total{method} Requests.', 'r.yml': RULE }],
    ['a rule', { 'a.toy': COUNTER, 'r.yml': RULE.replace('requests', 'requ‸ests') }],
  ])('is renamed from %s', async (_, files) => {
    expect(await renamed(files, 'calls_total')).toEqual({
      'a.toy': 'counter calls_total{method} Requests.',
      'r.yml': RULE.replace('requests', 'calls'),
    });
  });

  it.each([
    ['PromQL', 'q.promql', 'sum(requests_total) / {__name__="requests_total"}'],
    ['a query in code', 'b.toy', 'query `rate(requests_total[5m])`'],
    ['a panel', 'b.toy', 'panel Rates `requests_total / {"requests_total"}`'],
    ['rules in code', 'b.toy', 'alert Down `requests_total == 0` `{{ query "sum(requests_total)" }}`'],
    [
      'a template',
      'r.yml',
      rule('alert: A', 'expr: up', 'annotations:', '  s: \'{{ query "requests_total" }}\''),
    ],
    ['a double-quoted scalar', 'r.yml', rule('record: a:b', 'expr: "sum(requests_total{a=\\"b\\"})"')],
    ['a folded scalar', 'r.yml', rule('record: a:b', 'expr: >', '  sum(', '    requests_total)')],
    [
      'a ConfigMap',
      'c.yml',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yml: |\n${rule('record: a:b', 'expr: requests_total').replaceAll(/^(?=.)/gm, '    ')}`,
    ],
  ])('is renamed in %s', async (_, name, text) => {
    const files = { 'a.toy': COUNTER.replace('ts_', 'ts‸_'), [name]: text };
    expect((await renamed(files, 'calls_total'))[name]).toBe(
      text.replaceAll('requests_total', 'calls_total'),
    );
  });

  it('is renamed with what several aliases lead to once', async () => {
    const text = [
      'groups:',
      '- name: g',
      '  rules:',
      '  - record: a:b',
      '    expr: &e sum(requests_total)',
      '  - {record: a:c, expr: *e}',
      '  - {alert: B, expr: *e}',
    ].join('\n');
    const files = { 'a.toy': COUNTER.replace('ts_', 'ts‸_'), 'r.yml': text };
    expect((await renamed(files, 'calls_total'))['r.yml']).toBe(
      text.replace('requests_total', 'calls_total'),
    );
  });

  it('takes its series along', async () => {
    const files = {
      'a.toy': 'histogram latency_seconds{route}\nsummary latency_seconds_more{}',
      'q.promql':
        'rate(latency‸_seconds_sum[5m]) / rate(latency_seconds_count[5m]) > latency_seconds_more_sum',
      'b.toy': 'query `histogram_quantile(0.9, rate(latency_seconds_bucket[5m]))`',
    };
    expect(await renamed(files, 'duration_seconds_sum')).toEqual({
      'a.toy': 'histogram duration_seconds{route}\nsummary latency_seconds_more{}',
      'q.promql':
        'rate(duration_seconds_sum[5m]) / rate(duration_seconds_count[5m]) > latency_seconds_more_sum',
      'b.toy': 'query `histogram_quantile(0.9, rate(duration_seconds_bucket[5m]))`',
    });
  });

  it('is renamed by the constant that queries are made of', async () => {
    const text = 'const NAME = requests_total\ncounter $NAME{}\nquery `rate($NAME[5m]) / requests_total`';
    const files = { 'a.toy': text, 'q.promql': 'reques‸ts_total' };
    expect(await renamed(files, 'calls_total')).toEqual({
      'a.toy': text.replaceAll('requests_total', 'calls_total'),
      'q.promql': 'calls_total',
    });
  });

  it.each([
    [
      'a name that needs quotes',
      COUNTER.replace('ts_', 'ts‸_'),
      'my.requests',
      '"my.requests" is no metric name',
    ],
    [
      'another suffix of a series',
      'histogram latency{}\nquery `latency‸_bucket`',
      'duration',
      'its new name has to end in _bucket',
    ],
    [
      'a name that is taken',
      'counter a‸{}\ncounter b{}',
      'b',
      'a would become b, and there is such a metric already.',
    ],
    [
      'a metric of a library',
      'default gauge heap_bytes{}\nquery `heap‸_bytes`',
      'x',
      'that toy brings by itself',
    ],
    ['a metric of an exporter', 'query `node_load‸1`', 'x', 'is defined by node_exporter'],
    [
      'what a constant says of something else',
      'const N = a\nquery `rate($N[5m])`\nquery `‸a`',
      'b',
      'w/x.toy:2: the edit reaches beyond',
    ],
  ])('is not renamed: %s', async (_, text, newName, reason) => {
    expect(await refusal({ 'x.toy': text }, newName)).toContain(reason);
  });

  it('is renamed where it is only used', async () => {
    const files = { 'a.promql': 'sum(my_metric‸)', 'b.toy': 'panel A `my_metric`' };
    expect(await renamed(files, 'other')).toEqual({ 'a.promql': 'sum(other)', 'b.toy': 'panel A `other`' });
  });

  it('asks about what may be an illustration', async () => {
    const { workspace, context, position } = await project({
      'a.toy': 'counter a‸_total{}\nquery `a_total`',
      'd.toy': 'doc `a_total`',
    });
    const edit = await rename(context, position, 'b_total', true);
    expect(edit).toMatchObject({
      documentChanges: [
        { textDocument: { uri: 'file:///w/a.toy', version: 1 }, edits: [{}, {}] },
        { edits: [{ annotationId: 'Text that may be an illustration' }] },
      ],
      changeAnnotations: { 'Text that may be an illustration': { needsConfirmation: true } },
    });
    if ('refused' in edit) throw new Error(edit.refused);
    expect(edit.documentChanges?.[0]).not.toHaveProperty('edits.0.annotationId');
    expect(await afterEdit(workspace, edit)).toEqual({
      'a.toy': 'counter b_total{}\nquery `b_total`',
      'd.toy': 'doc `b_total`',
    });
    expect(await rename(context, position, 'b_total', false)).toHaveProperty('changes');
  });
});

describe('an alert', () => {
  const files = {
    'r.yml': rule('alert: Down', 'expr: up == 0'),
    't.toy': 'expect Do‸wn {job}',
    'q.promql': 'ALERTS{alertname="Down"}',
  };

  it('is not renamed to what a program can’t hold', async () => {
    expect(await refusal(files, 'Target "x" down')).toContain(
      'w/t.toy:1: "Target "x" down" would need an escape',
    );
  });

  it.each(['Target down', 'TargetDown'])('may be called %s', async (name) => {
    expect(await renamed(files, name)).toEqual({
      'r.yml': rule(`alert: ${name}`, 'expr: up == 0'),
      't.toy': `expect ${name} {job}`,
      'q.promql': `ALERTS{alertname="${name}"}`,
    });
  });

  it('is written with escapes in expressions', async () => {
    const only = { 'r.yml': files['r.yml'].replace('Down', 'Do‸wn'), 'q.promql': files['q.promql'] };
    expect((await renamed(only, 'a "b"'))['q.promql']).toBe('ALERTS{alertname="a \\"b\\""}');
  });
});

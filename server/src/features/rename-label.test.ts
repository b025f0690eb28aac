import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from './rename';
import { afterEdit, project } from './testing';

function rules(...items: string[]): string {
  return ['groups:', '- name: g', '  rules:', ...items].join('\n');
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

const A = 'counter a{method, status}';
const B = 'counter b{method}';

describe('a label', () => {
  it.each([
    ['its definition', 'counter a{met‸hod, status}', 'sum by (method) (a)', 'write a {method: GET}'],
    ['a grouping', A, 'sum by (met‸hod) (a)', 'write a {method: GET}'],
    ['a matcher', A, 'a{me‸thod="method"}', 'write a {method: GET}'],
    ['a write', A, 'sum by (method) (a)', 'write a {met‸hod: GET, status: 200}'],
    ['a short write', A, 'sum by (method) (a)', 'write a {met‸hod, status}'],
  ])('is renamed from %s', async (_, definition, query, write) => {
    const texts = await renamed(
      { 'a.toy': `${definition}\nquery \`${query}\`\n${write}`, 'q.promql': 'a{method=""}' },
      'verb',
    );
    const expected = (text: string): string => text.replace('‸', '').replace(/\bmethod\b/, 'verb');
    const written = write.includes(':') ? expected(write) : 'write a {verb: method, status}';
    expect(texts).toEqual({
      'a.toy': `${expected(definition)}\nquery \`${expected(query)}\`\n${written}`,
      'q.promql': 'a{verb=""}',
    });
  });

  it.each([
    ['rate(a{method="GET"}[5m]) > 0', 'rate(a{verb="GET"}[5m]) > 0'],
    ['sum by (method, status) (a)', 'sum by (verb, status) (a)'],
    ['sum without (method) (a)', 'sum without (verb) (a)'],
    ['a / on (method) group_left (status) a', 'a / on (verb) group_left (status) a'],
    ['a / ignoring (method) c', 'a / ignoring (verb) c'],
    ['label_replace(a, "x", "$1", "method", "(.*)")', 'label_replace(a, "x", "$1", "verb", "(.*)")'],
    ['count by (method) (b) + sum(a{method="x"})', 'count by (method) (b) + sum(a{verb="x"})'],
    ['sum by (method) (a * on (status) group_left c)', 'sum by (verb) (a * on (status) group_left c)'],
    ['sum by (method) (a * on (status) c)', undefined],
  ])('goes through %s', async (text, expected) => {
    const files = { 'a.toy': `counter a{met‸hod, status}\n${B}\ncounter c{status}`, 'q.promql': text };
    expect((await renamed(files, 'verb'))['q.promql']).toBe(expected);
  });

  it.each([
    [
      'two metrics that have it, in a grouping',
      'sum by (method) (a or b)',
      'method is a label of b there too',
    ],
    ['two metrics that have it, compared by it', 'a / on (method) b', 'method is a label of b there too'],
    ['compared by all labels', 'a / b', 'method is a label of b there too'],
    ['compared by it with an unknown metric', 'a / on (method) x', 'method is a label of x there too'],
    [
      'one that is written',
      'sum by (method) (label_replace(a, "method", "$1", "x", "(.*)"))',
      'may be one that the expression writes itself',
    ],
  ])('is not renamed with %s', async (_, text, reason) => {
    const files = { 'a.toy': `counter a{met‸hod, status}\n${B}`, 'q.promql': text };
    expect(await refusal(files, 'verb')).toMatch(/^w\/q\.promql:1: /);
    expect(await refusal(files, 'verb')).toContain(reason);
  });

  it.each([
    [
      'an unknown one of the same name',
      'counter a{met‸hod}\nwrite a {...}',
      'x.toy:2: the labels of a are computed',
    ],
    ['a name that is taken', 'counter a{met‸hod, status}', 'a has a label status already', 'status'],
    ['a bad name', A.replace('th', 'th‸'), '"a.b" is no label name', 'a.b'],
    ['a reserved name', A.replace('th', 'th‸'), '"__a" is no label name', '__a'],
    ['one of Prometheus', 'query `a{jo‸b="x"}`', 'job is a label that Prometheus gives'],
    [
      'one of several metrics',
      `${A}\n${B}\nquery \`a / on (meth‸od) b\``,
      'method is a label of a and b there',
    ],
    ['one of an unnamed metric', 'query `{meth‸od="x"}`', 'It is not known whose label method is there'],
    ['one of an exporter', 'query `node_cpu_seconds_total{mo‸de="idle"}`', 'is defined by node_exporter'],
  ])('is not renamed: %s', async (_, text, reason, newName = 'verb') => {
    expect(await refusal({ 'x.toy': text }, newName)).toContain(reason);
  });

  it('is renamed in the legend of its expression', async () => {
    const text = 'panel P `sum by (method) (a)` {method}\nlegend {method}';
    const files = { 'a.toy': 'counter a{met‸hod}', 'd.toy': text };
    expect((await renamed(files, 'verb'))['d.toy']).toBe(
      'panel P `sum by (verb) (a)` {method}\nlegend {verb}',
    );
  });

  it('goes on through recording rules to alerts, their templates, tests and routes', async () => {
    const files = {
      'a.toy': 'counter requests_total{met‸hod}\nexpect Slow {method, severity}',
      'r.yml': rules(
        '  - record: method:requests:rate5m',
        '    expr: sum by (method) (rate(requests_total[5m]))',
        '  - alert: Slow',
        '    expr: method:requests:rate5m{method!="GET"} < 1',
        '    annotations:',
        '      summary: "{{ $labels.method }} of {{ .Labels.method }} {{ index $labels \\"method\\" }}"',
        '  - alert: Other',
        '    expr: up{method="x"}',
        '    annotations: {summary: "{{ $labels.method }}"}',
      ),
      'alertmanager.yml': [
        'route:',
        '  receiver: r',
        '  group_by: [method, severity]',
        '  routes:',
        '  - matchers: [method="GET", team="method"]',
        '  - match: {method: GET}',
        'receivers: [{name: r}]',
      ].join('\n'),
    };
    const texts = await renamed(files, 'verb');
    expect(texts).toEqual({
      'a.toy': 'counter requests_total{verb}\nexpect Slow {verb, severity}',
      'r.yml': rules(
        '  - record: method:requests:rate5m',
        '    expr: sum by (verb) (rate(requests_total[5m]))',
        '  - alert: Slow',
        '    expr: method:requests:rate5m{verb!="GET"} < 1',
        '    annotations:',
        '      summary: "{{ $labels.verb }} of {{ .Labels.verb }} {{ index $labels \\"verb\\" }}"',
        '  - alert: Other',
        '    expr: up{method="x"}',
        '    annotations: {summary: "{{ $labels.method }}"}',
      ),
      'alertmanager.yml': [
        'route:',
        '  receiver: r',
        '  group_by: [verb, severity]',
        '  routes:',
        '  - matchers: [verb="GET", team="method"]',
        '  - match: {verb: GET}',
        'receivers: [{name: r}]',
      ].join('\n'),
    });
  });

  it('is renamed from what a test expects of an alert', async () => {
    const text = 'counter a{method}\nalert A `sum by (method) (a) > 0`\n';
    expect(await renamed({ 'a.toy': text, 't.toy': 'expect A {met‸hod, severity}' }, 'verb')).toEqual({
      'a.toy': text.replaceAll('method', 'verb'),
      't.toy': 'expect A {verb, severity}',
    });
    expect(await refusal({ 'a.toy': text, 't.toy': 'expect A {sever‸ity}' }, 'verb')).toBe(
      'It is not known whose label severity is there.',
    );
  });

  it('asks before it changes routes', async () => {
    const { context, position } = await project({
      'a.toy': 'counter a{met‸hod}\nalert A `a > 0`',
      'alertmanager.yml': 'route: {receiver: r, group_by: [method]}\nreceivers: [{name: r}]\n',
    });
    expect(await rename(context, position, 'verb', true)).toMatchObject({
      documentChanges: [
        { edits: [{ newText: 'verb' }] },
        { edits: [{ newText: 'verb', annotationId: 'method in Alertmanager’s configuration' }] },
      ],
    });
  });

  it('asks where an unknown metric may have it', async () => {
    const { context, position } = await project({
      'a.toy': 'counter a{met‸hod}\nquery `sum by (method) (a or x)`',
    });
    expect(await rename(context, position, 'verb', true)).toHaveProperty('changeAnnotations');
  });

  it('is found up the recording rules that it comes through', async () => {
    const files = {
      'a.toy': A,
      'r.yml': rules(
        '  - record: m:a',
        '    expr: sum by (method) (a)',
        '  - record: n:a',
        '    expr: max by (met‸hod) (m:a)',
      ),
    };
    expect(await renamed(files, 'verb')).toEqual({
      'a.toy': 'counter a{verb, status}',
      'r.yml': rules(
        '  - record: m:a',
        '    expr: sum by (verb) (a)',
        '  - record: n:a',
        '    expr: max by (verb) (m:a)',
      ),
    });
  });

  it('is offered with its own name', async () => {
    const { context, position } = await project({ 'a.toy': 'counter a{met‸hod}' });
    expect(await prepareRename(context, position)).toMatchObject({ placeholder: 'method' });
  });
});

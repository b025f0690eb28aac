import { describe, expect, it } from 'vitest';
import { definition, references } from './definition';
import { rename } from './rename';
import { afterEdit, placesInWords, project } from './testing';

const METRICS = `import { Counter, Histogram } from 'prom-client';

export const requests = new Counter({
  name: 'api_requests_total',
  help: 'Requests.',
  labelNames: ['method', 'status'],
});
const latency = new Histogram({ name: 'api_latency_seconds', help: 'Latency.', labelNames: ['method'] });

export function count(method: string): void {
  requests.labels({ method, status: '200' }).inc();
  requests.inc({ method: 'GET', status: '500' });
  latency.observe({ method }, 1);
}
`;
const QUERIES = `import { PrometheusDriver } from 'prometheus-query';
const driver = new PrometheusDriver({ endpoint: 'http://prometheus' });
export const rate = (by: string) =>
  driver.instantQuery(\`sum by (method) (rate(api_requests_total{status="500"}[\${by}]))\`);
`;
const RULES = `groups:
  - name: api
    rules:
      - record: method:api_requests:rate5m
        expr: sum by (method) (rate(api_requests_total[5m]))
      - alert: Errors
        expr: method:api_requests:rate5m{method="GET"} > 1
        annotations:
          summary: '{{ $labels.method }}: {{ query "sum(api_requests_total)" }}'
      - alert: Slow
        expr: histogram_quantile(0.9, sum by (le) (rate(api_latency_seconds_bucket[5m]))) > 1
`;
const TEST = `rule_files: [rules.yml]
tests:
  - interval: 1m
    input_series:
      - series: api_requests_total{method="GET", status="500"}
        values: '0+60x10'
    alert_rule_test:
      - eval_time: 5m
        alertname: Errors
        exp_alerts:
          - exp_labels: { method: GET }
    promql_expr_test:
      - expr: sum(api_requests_total)
        eval_time: 1m
`;
const BOARD = JSON.stringify(
  {
    title: 'API',
    schemaVersion: 39,
    panels: [
      {
        type: 'timeseries',
        title: 'Rate',
        datasource: { type: 'prometheus', uid: 'p' },
        targets: [
          { refId: 'A', expr: 'sum by (method) (rate(api_requests_total[5m]))', legendFormat: '{{method}}' },
        ],
      },
    ],
  },
  undefined,
  2,
);
const PAGE = 'Watch this:\n\n```promql\nrate(api_requests_total{method="GET"}[5m])\n```\n';

const FILES = {
  'src/metrics.ts': METRICS,
  'src/queries.ts': QUERIES,
  'rules.yml': RULES,
  'rules.test.yml': TEST,
  'board.json': BOARD,
  'docs/page.md': PAGE,
};
type Files = Record<string, string>;

function marked(name: keyof typeof FILES, before: string): Files {
  const at = FILES[name].indexOf(before);
  expect(at).toBeGreaterThanOrEqual(0);
  return { ...FILES, [name]: `${FILES[name].slice(0, at)}‸${FILES[name].slice(at)}` };
}

async function renamed(files: Files, newName: string): Promise<Files> {
  const { workspace, context, position } = await project(files);
  const edit = await rename(context, position, newName, true);
  if ('refused' in edit) throw new Error(edit.refused);
  return { ...FILES, ...(await afterEdit(workspace, edit)) };
}

function replaced(from: string | RegExp, to: string): Files {
  return Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.replaceAll(from, to)]));
}

describe('across files', () => {
  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('a metric is renamed from %s', async (name) => {
    expect(await renamed(marked(name, 'api_requests_total'), 'calls_total')).toEqual(
      replaced('api_requests_total', 'calls_total'),
    );
  });

  it('a histogram is renamed from one of its series', async () => {
    expect(await renamed(marked('rules.yml', 'api_latency_seconds_bucket'), 'took_seconds_bucket')).toEqual(
      replaced('api_latency_seconds', 'took_seconds'),
    );
  });

  it.each([
    ['src/metrics.ts', "method', 'status"],
    ['src/metrics.ts', "method: 'GET', status"],
    ['src/queries.ts', 'method) '],
    ['rules.yml', 'method) '],
    ['rules.yml', 'method="GET"'],
    ['rules.yml', 'method }}'],
    ['rules.test.yml', 'method="GET"'],
    ['rules.test.yml', 'method: GET'],
    ['board.json', 'method)'],
    ['board.json', 'method}}'],
    ['docs/page.md', 'method='],
  ] as const)('a label is renamed from %s: %s', async (name, before) => {
    const expected: Files = replaced(/(?<![\w:])method(?![\w:])/g, 'verb');
    expected['src/metrics.ts'] = METRICS.replace("['method', 'status']", "['verb', 'status']")
      .replace('{ method, status:', '{ verb: method, status:')
      .replace("method: 'GET'", "verb: 'GET'");
    expected['rules.test.yml'] = TEST.replace('method=', 'verb=').replace('{ method:', '{ verb:');
    expect(await renamed(marked(name, before), 'verb')).toEqual(expected);
  });

  it('definition goes from a rule to the program', async () => {
    const { workspace, context, position } = await project(marked('rules.yml', 'api_latency_seconds_bucket'));
    expect(await placesInWords(workspace, await definition(context, position))).toEqual([
      'src/metrics.ts:8 api_latency_seconds',
    ]);
  });

  it('references go from the program to all files', async () => {
    const { workspace, context, position } = await project(marked('src/metrics.ts', 'api_requests_total'));
    const places = await placesInWords(workspace, await references(context, position, false));
    expect(places).toEqual([
      'board.json:15 api_requests_total',
      'docs/page.md:4 api_requests_total',
      'rules.test.yml:13 api_requests_total',
      'rules.test.yml:5 api_requests_total',
      'rules.yml:5 api_requests_total',
      'rules.yml:9 api_requests_total',
      'src/queries.ts:4 api_requests_total',
    ]);
  });
});

describe('in a program', () => {
  const RULE =
    'groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: sum by (method) (api_requests‸_total)\n';
  const PYTHON =
    "from prometheus_client import Counter\nREQUESTS = Counter('api_requests', 'Requests.', ['method'])\n";
  const TYPESCRIPT = [
    "import { Counter } from 'prom-client';",
    "import { NAMES } from './names';",
    "const PREFIX = 'api';",
    "const requests = new Counter({ name: NAME, help: 'Requests.', labelNames: ['method'] });",
    '',
  ].join('\n');

  async function outcome(files: Files, newName: string): Promise<Files | string> {
    const { workspace, context, position } = await project(files);
    const edit = await rename(context, position, newName, true);
    return 'refused' in edit ? edit.refused : afterEdit(workspace, edit);
  }

  it.each([
    ['what the library adds', 'a.py', PYTHON, 'calls_total', PYTHON.replace('api_requests', 'calls')],
    [
      'a namespace',
      'a.py',
      PYTHON.replace("'api_requests', 'Requests.', [", "'requests', namespace='api', labelnames=["),
      'api_calls_total',
      "'calls'",
    ],
    [
      'a constant',
      'a.ts',
      TYPESCRIPT.replace("'api'", "'api_requests_total'").replace('NAME,', 'PREFIX,'),
      'calls',
      "PREFIX = 'calls'",
    ],
    [
      'a template',
      'a.ts',
      TYPESCRIPT.replace('NAME,', '`${PREFIX}_requests_total`,'),
      'api_calls',
      '`${PREFIX}_calls`',
    ],
  ])('a name of %s is changed where it is written', async (_, name, text, newName, expected) => {
    const texts = await outcome({ [name]: text, 'r.yml': RULE }, newName);
    expect(texts).toMatchObject({
      [name]: expect.stringContaining(expected) as string,
      'r.yml': RULE.replace('api_requests‸_total', newName),
    });
  });

  it('a name from another module is changed there', async () => {
    const names = "export const NAMES = { requests: 'api_requests_total' } as const;\n";
    const files = {
      'names.ts': names,
      'a.ts': TYPESCRIPT.replace('NAME,', 'NAMES.requests,'),
      'r.yml': RULE,
    };
    expect(await outcome(files, 'calls_total')).toEqual({
      'names.ts': names.replace('api_requests', 'calls'),
      'r.yml': RULE.replace('api_requests‸', 'calls'),
    });
  });

  it.each([
    ['a.py', PYTHON, 'calls', 'w/a.py:2: what is defined there ends in _total.'],
    ['a.py', PYTHON.replace("requests'", "requests_total'"), 'calls', 'w/a.py:1: the name depends on more'],
    [
      'a.ts',
      TYPESCRIPT.replace('NAME,', '`${PREFIX}_requests_total`,'),
      'calls',
      'w/a.ts:4: what is defined there begins with api.',
    ],
  ])('of %s is not changed to what it can’t be: %s', async (name, text, newName, reason) => {
    expect(await outcome({ [name]: text, 'r.yml': RULE }, newName)).toContain(reason);
  });

  it('a label is not renamed where the labels of a write are unknown', async () => {
    const files = {
      'a.py': `${PYTHON}REQUESTS.labels(**given).inc()\n`,
      'r.yml': RULE.replace('‸', '').replace('(method', '(‸method'),
    };
    expect(await outcome(files, 'verb')).toBe(
      'w/a.py:3: the labels of api_requests_total are computed there.',
    );
  });
});

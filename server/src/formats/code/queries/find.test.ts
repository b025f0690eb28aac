import { describe, expect, it } from 'vitest';
import { markedSpans, queriesIn, queriesInMarked, withMarks, type Dialect } from './testing';

/** `marked` has `‹…›` around all that is to be found, and nothing else. */
function expectFound(marked: string, dialect?: Dialect): void {
  expect(queriesInMarked(marked, dialect).marked).toBe(marked);
}

const DRIVER = "import { PrometheusDriver } from 'prometheus-query';\n";
const PROM = `${DRIVER}const prom = new PrometheusDriver({ endpoint: 'http://prometheus:9090' });\n`;

describe('templates with a tag', () => {
  it.each([
    ['tag', 'const q = promql`‹up›`;'],
    ['tag of an object', 'const q = lib.promql`‹up›`;'],
    ['imported under another name', "import { promql as p } from 'x';\nconst q = p`‹up›`;"],
    ['the default of a module', "import promql from 'x';\nconst q = promql`‹up›`;"],
    ['empty', 'const q = promql`‹›`;'],
    ['with holes', 'const q = promql`‹rate(${metric}[5m])›`;'],
    ['several lines', 'const q = promql`‹\n  sum(\n    up\n  )\n›`;'],
    ['two', 'f(promql`‹up›`, promql`‹down›`);'],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['another tag', 'const q = sql`select`;'],
    ['nothing but a hole', 'const q = promql`${query}`;'],
    ['no tag', 'const q = `rate(up[5m])`;'],
    ['a string that looks like it', "const q = 'sum(rate(http_requests_total[5m])) by (job)';"],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });

  it('has the tags of the settings', () => {
    const text = 'a(prom`up`, metricsql`up`, promql`up`);';
    const { texts } = queriesIn(text, 'ts', { tags: ['prom', 'metricsql'], calls: [] });
    expect(
      withMarks(
        text,
        texts.map(({ extent }) => extent),
      ),
    ).toBe('a(prom`‹up›`, metricsql`‹up›`, promql`up`);');
  });
});

describe('strings with a comment', () => {
  it.each([
    ['block comment', "const q = /* promql */ '‹up›';"],
    ['double quotes', 'const q = /* PromQL */ "‹up›";'],
    ['template', 'const q = /*promql*/ `‹up›`;'],
    ['line comment', "// language=promql\nconst q = '‹up›';"],
    ['line comment of its own', "// promql\nconst q = '‹up›';"],
    ['with lang', "// lang=PromQL\nconst q = '‹up›';"],
    ['in a call', "run(/* promql */ '‹up›');"],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['about promql', "// how promql works\nconst q = 'up';"],
    ['another language', "const q = /* sql */ 'select';"],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });

  it.each([
    ['assignment', '# promql\nQUERY = "‹up›"\n'],
    ['three quotes', '# language=promql\nQUERY = """‹\nsum(up)\n›"""\n'],
    ['in a call', 'run(\n    # promql\n    "‹up›",\n)\n'],
    ['formatted string', '# promql\nq = f"‹rate({metric}[5m])›"\n'],
  ])('in Python: %s', (_, marked) => {
    expectFound(marked, 'py');
  });

  it('warns only of a text that is made another', () => {
    const { texts } = queriesIn("const q = (/* promql */ 'up{job=\"$JOB\"').replace('$JOB', job);");
    expect(texts).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('prometheus-query', () => {
  it.each([
    ['instant', `${PROM}prom.instantQuery('‹up›').then(show);`],
    ['range', `${PROM}await prom.rangeQuery('‹up›', start, end, '15s');`],
    ['series', `${PROM}await prom.series('‹up›', start, end);`],
    ['several selectors', `${PROM}prom.series(['‹up›', '‹{job="a"}›'], start, end);`],
    ['labels', `${PROM}prom.labelNames(['‹up›']); prom.labelValues('job', '‹down›');`],
    ['constant', `${PROM}const q = '‹up{job="node"}›';\nprom.instantQuery(q);`],
    ['constant used twice', `${PROM}const q = '‹up›';\nprom.instantQuery(q);\nprom.rangeQuery(q, s, e, 15);`],
    ['put together', `${PROM}prom.instantQuery('‹up' + '{job="a"}›');`],
    ['template', `${PROM}prom.instantQuery(\`‹up{job="\${job}"}›\`);`],
    ['constant in a template', `${PROM}const j = 'a';\nprom.instantQuery(\`‹up{job="\${j}"}›\`);`],
    [
      'in a class',
      `${DRIVER}class A { constructor(private prom: PrometheusDriver) {} f() { return this.prom.instantQuery('‹up›'); } }`,
    ],
    ['a parameter', `${DRIVER}const f = (p: PrometheusDriver) => p.instantQuery('‹up›');`],
    ['at once', `${DRIVER}new PrometheusDriver({}).instantQuery('‹up›');`],
    [
      'CommonJS',
      "const { PrometheusDriver } = require('prometheus-query');\nconst p = new PrometheusDriver({});\np.instantQuery('‹up›');",
    ],
    [
      'the whole module',
      "import * as pq from 'prometheus-query';\nconst p = new pq.PrometheusDriver({});\np.instantQuery('‹up›');",
    ],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['another method', `${PROM}prom.metadata('up');`],
    ['another argument', `${PROM}prom.labelValues('job');`],
    [
      'a class of that name from elsewhere',
      "import { PrometheusDriver } from './mine';\nnew PrometheusDriver().instantQuery('up');",
    ],
    ['a method of that name of something else', `${PROM}other.instantQuery('up');`],
    ['an unknown text', `${PROM}prom.instantQuery(query);`],
    ['a text from another file', `${PROM}import { q } from './queries';\nprom.instantQuery(q);`],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });

  it.each([
    ["'15s'", undefined],
    ["'15'", undefined],
    ['15', undefined],
    ["'1.5'", undefined],
    ['step', undefined],
    ["'1 minute'", 'rules/invalid-duration'],
    ["'5min'", 'rules/invalid-duration'],
  ])('step %s', (step, code) => {
    const { findings } = queriesIn(`${PROM}prom.rangeQuery('up', s, e, ${step});`);
    expect(findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
  });
});

describe('Grafana', () => {
  const SDK = "import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';\n";
  it.each([
    ['builder', `${SDK}panel.withTarget(new DataqueryBuilder().expr('‹up›').legendFormat('{{ job }}'));`],
    ['later in the chain', `${SDK}new DataqueryBuilder().refId('A').instant().expr('‹up›');`],
    [
      'the whole module',
      "import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';\nnew prometheus.DataqueryBuilder().expr(`‹up›`);",
    ],
    [
      'scenes',
      "import { SceneQueryRunner } from '@grafana/scenes';\nnew SceneQueryRunner({ datasource: { uid: 'x', type: 'prometheus' }, queries: [{ refId: 'A', expr: '‹up›' }, { refId: 'B', expr: '‹down›' }] });",
    ],
    [
      'scenes of an unknown source',
      "import { SceneQueryRunner } from '@grafana/scenes';\nnew SceneQueryRunner({ datasource, queries: [{ refId: 'A', expr: '‹up›' }] });",
    ],
    [
      'scenes, React',
      "import { useQueryRunner } from '@grafana/scenes-react';\nuseQueryRunner({ queries: [{ refId: 'A', expr: '‹up›' }] });",
    ],
    [
      'declared type',
      "import type { PromQuery } from '@grafana/prometheus';\nconst q: PromQuery = { refId: 'A', expr: '‹up›' };",
    ],
    [
      'list of a declared type',
      "import { PromQuery } from '@grafana/prometheus';\nconst q = { refId: 'A', expr: '‹up›' } satisfies PromQuery;",
    ],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    [
      'the builder of Loki',
      "import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/loki';\nnew DataqueryBuilder().expr('up');",
    ],
    [
      'scenes of Loki',
      "import { SceneQueryRunner } from '@grafana/scenes';\nnew SceneQueryRunner({ datasource: { type: 'loki' }, queries: [{ refId: 'A', expr: 'up' }] });",
    ],
    [
      'a query of Loki',
      "import { SceneQueryRunner } from '@grafana/scenes';\nnew SceneQueryRunner({ queries: [{ refId: 'A', expr: 'up', datasource: { type: 'loki' } }] });",
    ],
    ['an object with an expr', "const q = { refId: 'A', expr: 'up' };"],
    [
      'a query of another language',
      "import { SceneQueryRunner } from '@grafana/scenes';\nnew SceneQueryRunner({ queries: [{ refId: 'A', query: 'up' }] });",
    ],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });

  it('takes variables for holes', () => {
    const { texts } = queriesIn(
      `${SDK}new DataqueryBuilder().expr('rate(up{job="$job"}[$__rate_interval])');`,
    );
    expect(texts).toMatchObject([
      {
        by: { kind: 'panel' },
        region: {
          text: 'rate(up{job="xxxx"}[xxxxxxxxxxxxxxxx])',
          holes: [
            { from: 13, to: 17 },
            { from: 20, to: 36 },
          ],
        },
      },
    ]);
  });

  it.each([
    [
      'grafanalib',
      'from grafanalib.core import Graph, Target\nGraph(targets=[Target(expr="‹up›", legendFormat="x"), Target("‹down›")])\n',
    ],
    ['grafanalib, module', 'import grafanalib.core as G\nG.Target(expr=\'‹up{job="a"}›\')\n'],
    ['grafanalib, core', 'from grafanalib import core\ncore.Target(expr="‹up›")\n'],
    [
      'grafanalib, PromGraph',
      'from grafanalib.prometheus import PromGraph\nPromGraph("prom", "T", [("a", "‹up›"), ("b", "‹down›")])\n',
    ],
    [
      'Foundation SDK',
      'from grafana_foundation_sdk.builders.prometheus import Dataquery as PrometheusQuery\nPrometheusQuery().expr("‹up›").legend_format("x")\n',
    ],
    [
      'Foundation SDK, module',
      'from grafana_foundation_sdk.builders import prometheus\nprometheus.Dataquery().expr("‹up›")\n',
    ],
  ])('in Python: %s', (_, marked) => {
    expectFound(marked, 'py');
  });

  it.each([
    ['a target of Loki', 'from grafanalib.core import Target\nTarget(expr="up", datasource="loki")\n'],
    [
      'the builder of Loki',
      'from grafana_foundation_sdk.builders import loki\nloki.Dataquery().expr("up")\n',
    ],
    ['another Target', 'from build import Target\nTarget(expr="up")\n'],
  ])('in Python not: %s', (_, text) => {
    expectFound(text, 'py');
  });
});

describe('prometheus_api_client', () => {
  const PY =
    'from prometheus_api_client import PrometheusConnect\nprom = PrometheusConnect(url="http://p:9090")\n';
  it.each([
    ['query', `${PY}prom.custom_query("‹up›")\n`],
    ['keyword', `${PY}prom.custom_query(query='‹up{job="a"}›')\n`],
    ['range', `${PY}prom.custom_query_range("‹up›", start_time=a, end_time=b, step="1m")\n`],
    ['aggregation', `${PY}prom.get_metric_aggregation(query="‹up›", operations=["sum"])\n`],
    ['metric', `${PY}prom.get_metric_range_data(metric_name="‹up›", label_config=c)\n`],
    ['current value', `${PY}prom.get_current_metric_value("‹up›")\n`],
    ['formatted', `${PY}prom.custom_query(f'‹rate({m}[5m])›')\n`],
    ['format', `${PY}prom.custom_query("‹rate({}[5m])›".format(m))\n`],
    ['constant', `${PY}Q = "‹up›"\nprom.custom_query(Q)\nprom.custom_query(Q)\n`],
    [
      'attribute',
      `from prometheus_api_client import PrometheusConnect\nclass A:\n    def __init__(self):\n        self.prom = PrometheusConnect()\n    def f(self):\n        return self.prom.custom_query("‹up›")\n`,
    ],
    [
      'the whole module',
      'import prometheus_api_client as pac\npac.PrometheusConnect().custom_query("‹up›")\n',
    ],
    [
      'submodule',
      'from prometheus_api_client.prometheus_connect import PrometheusConnect\nPrometheusConnect().custom_query("‹up›")\n',
    ],
  ])('%s', (_, marked) => {
    expectFound(marked, 'py');
  });

  it.each([
    ['another method', `${PY}prom.get_label_values("up")\n`],
    ['something else', `${PY}db.custom_query("up")\n`],
  ])('not: %s', (_, text) => {
    expectFound(text, 'py');
  });
});

describe('calls that the settings name', () => {
  it.each([
    [{ function: 'runQuery', argument: 0 }, "runQuery('‹up›'); api.runQuery('‹up›');"],
    [
      { function: 'api.run', argument: 1 },
      "api.run(t, '‹up›'); this.api.run(t, '‹up›'); other.run(t, 'up');",
    ],
    [{ function: 'run', argument: 'query' }, "run({ query: '‹up›', other: 'up' });"],
    [
      { module: 'lib/prom', function: 'run', argument: 0 },
      "import { run } from '../lib/prom';\nrun('‹up›');",
    ],
    [
      { module: '@acme/prom', function: 'Client.query', argument: 0 },
      "import { Client } from '@acme/prom';\nnew Client().query('‹up›');",
    ],
    [{ module: '@acme/prom', function: 'run', argument: 0 }, "import { run } from 'other';\nrun('up');"],
  ])('%j', (call, marked) => {
    const { text } = markedSpans(marked);
    const { texts } = queriesIn(text, 'ts', { tags: [], calls: [call] });
    expect(
      withMarks(
        text,
        texts.map(({ extent }) => extent),
      ),
    ).toBe(marked);
  });

  it('by keyword in Python', () => {
    const { texts } = queriesIn('run(q="up")\n', 'py', {
      tags: [],
      calls: [{ function: 'run', argument: 'q' }],
    });
    expect(texts).toHaveLength(1);
  });
});

describe('how sure an error is', () => {
  it.each([
    ['promql`rate(foo[5m]`', 'error'],
    ['promql`rate(${metric}[5m])`', 'error'],
    ['promql`foo{job="${job}"}`', 'error'],
    ['promql`foo[${window}]`', 'error'],
    ['promql`foo[5${unit}]`', 'error'],
    ['promql`foo${suffix}{a="b"}`', 'error'],
    ['promql`foo${suffix}_total`', 'error'],
    ['promql`foo + ${other}`', 'error'],
    ['promql`foo${rest}`', 'warning'],
    ['promql`rate(foo${selector}[5m])`', 'warning'],
    ['promql`foo${opened}, code="500"}`', 'warning'],
  ])('%s: %s', (text, severity) => {
    expect(queriesIn(text).texts).toMatchObject([{ severity }]);
  });

  it('is less for what is not sent', () => {
    const text = "import { parser } from '@prometheus-io/lezer-promql';\nparser.parse('sum(');";
    expect(queriesIn(text).texts).toMatchObject([{ severity: 'warning', region: { text: 'sum(' } }]);
  });
});

describe('in components', () => {
  it.each([
    [
      'vue',
      '<template><p>promql`up`</p></template>\n<script setup lang="ts">\nconst q = promql`‹up›`;\n</script>\n',
    ],
    ['svelte', '<script>\n  const q = promql`‹up›`;\n</script>\n<p>promql`up`</p>\n'],
    ['tsx', 'const A = () => <Chart query={promql`‹up›`} />;'],
    ['jsx', 'const A = () => <Chart query={promql`‹up›`} />;'],
    ['js', 'const q = promql`‹up›`;'],
  ] as const)('%s', (dialect, marked) => {
    expectFound(marked, dialect);
  });
});

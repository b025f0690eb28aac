import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../languages/promql/parse';
import { applyEdits } from '../../languages/yaml/edits';
import { readDashboard } from './read';

const PROMETHEUS = { type: 'prometheus', uid: 'p' };

/** The texts of a dashboard as `severity by: text`, with `x`es for what is filled in. */
function textsOf(dashboard: unknown): string[] {
  return readDashboard(JSON.stringify(dashboard)).texts.map(
    ({ region, severity, by }) => `${severity} ${by.kind} ${by.name ?? '-'}: ${region.text}`,
  );
}

function panel(target: object, rest: object = {}): object {
  return { title: 'P', targets: [target], ...rest };
}

describe('panels', () => {
  const inner = panel({ expr: 'up' }, { datasource: PROMETHEUS });
  it.each([
    ['at the top', { panels: [inner] }],
    ['in a row that is folded', { panels: [{ type: 'row', title: 'R', panels: [inner] }] }],
    ['in a row of the old kind', { rows: [{ panels: [inner] }] }],
    ['in what the API takes', { dashboard: { panels: [inner] }, overwrite: true }],
    ['in a Kubernetes object', { apiVersion: 'dashboard.grafana.app/v1', spec: { panels: [inner] } }],
    [
      'in a library panel that is brought along',
      { panels: [], __elements: { a: { kind: 1, model: inner } } },
    ],
  ])('are found %s', (_, dashboard) => {
    expect(textsOf(dashboard)).toEqual(['error panel P: up']);
  });

  it('of the new schema are found', () => {
    const query = (spec: object) => ({ kind: 'PanelQuery', spec: { refId: 'A', hidden: false, ...spec } });
    const queries = [
      query({ query: { kind: 'DataQuery', group: 'prometheus', spec: { expr: 'up' } } }),
      query({ query: { kind: 'DataQuery', group: 'loki', spec: { expr: '{a="b"}' } } }),
      query({ query: { kind: 'prometheus', spec: { expr: 'down' } }, datasource: PROMETHEUS }),
    ];
    const data = { kind: 'QueryGroup', spec: { queries } };
    const elements = { 'panel-1': { kind: 'Panel', spec: { title: 'P', data } } };
    const expected = ['error panel P: up', 'error panel P: down'];
    expect(textsOf({ spec: { elements } })).toEqual(expected);
    expect(textsOf({ elements })).toEqual(expected);
  });

  it('with alerts of the old kind have their queries there too', () => {
    const alert = { conditions: [{ query: { model: { expr: 'up == 0' } } }] };
    expect(textsOf({ panels: [{ title: 'P', datasource: PROMETHEUS, alert }] })).toEqual([
      'error panel P: up == 0',
    ]);
  });

  it('may have nothing written yet', () => {
    const { texts } = readDashboard(
      '{"panels": [{"datasource": {"type": "prometheus"}, "targets": [{"expr": ""}]}]}',
    );
    expect(texts).toMatchObject([{ severity: 'none', region: { text: '' } }]);
    expect(texts[0]?.region.encode([{ span: { from: 0, to: 0 }, newText: 'a"' }])).toEqual([
      { span: texts[0]?.extent, newText: 'a\\"' },
    ]);
  });
});

describe('the data source', () => {
  const inputs = [
    { name: 'DS_P', type: 'datasource', pluginId: 'prometheus' },
    { name: 'DS_L', type: 'datasource', pluginId: 'loki' },
  ];
  const list = [
    { name: 'source', type: 'datasource', query: 'prometheus' },
    { name: 'logs', type: 'datasource', query: 'loki' },
  ];
  it.each([
    ['of the target', PROMETHEUS, undefined, 'error'],
    ['of the panel', undefined, PROMETHEUS, 'error'],
    ['of the target before that of the panel', { type: 'loki', uid: 'l' }, PROMETHEUS, undefined],
    ['of a target in a mixed panel', PROMETHEUS, { type: 'datasource', uid: '-- Mixed --' }, 'error'],
    ['of a target without, in a mixed panel', undefined, '-- Mixed --', 'warning'],
    ['that is another panel', undefined, { type: 'datasource', uid: '-- Dashboard --' }, undefined],
    ['that is Grafana itself', undefined, '-- Grafana --', undefined],
    ['that nobody names', undefined, null, 'warning'],
    ['by its name', undefined, 'Production', 'warning'],
    ['by a name that says what it is', undefined, 'Loki EU', undefined],
    ['by an input', '${DS_P}', null, 'error'],
    ['by an input of another kind', { uid: '${DS_L}' }, PROMETHEUS, undefined],
    ['by a variable', { uid: '$source' }, null, 'error'],
    ['by a variable of another kind', null, '[[logs]]', undefined],
    ['by a variable that nobody knows', { uid: '${other}' }, null, 'warning'],
    ['of a cloud', { type: 'grafana-amazonprometheus-datasource', uid: 'a' }, null, 'error'],
  ])('%s', (_, ofTarget, ofPanel, severity) => {
    const panels = [panel({ expr: 'up', datasource: ofTarget }, { datasource: ofPanel })];
    const texts = textsOf({ __inputs: inputs, templating: { list }, panels });
    expect(texts).toEqual(severity === undefined ? [] : [`${severity} panel P: up`]);
  });

  it('of a variable of the new schema', () => {
    const variables = [{ kind: 'DatasourceVariable', spec: { name: 'ds', pluginId: 'prometheus' } }];
    const query = { kind: 'DataQuery', group: '', datasource: { name: '${ds}' }, spec: { expr: 'up' } };
    const data = { spec: { queries: [{ spec: { query } }] } };
    expect(textsOf({ variables, elements: { a: { spec: { title: 'P', data } } } })).toEqual([
      'error panel P: up',
    ]);
  });

  it.each([
    '{app="a"} |= "b"',
    'sum(rate({app="a"} | json | level="error" [5m]))',
    '{app="a"} != "b"',
    'rate({app="a"}[5m]) |~ `x`',
  ])('is told by LogQL where it is not known: %s', (expr) => {
    expect(textsOf({ panels: [panel({ expr })] })).toEqual([]);
  });

  it.each(['up{job=~"a|b"}', "up{job=~'a|b'} != 1", 'up # a | b'])('%s is no LogQL', (expr) => {
    expect(textsOf({ panels: [panel({ expr })] })).toEqual([`warning panel P: ${expr}`]);
  });

  it.each([
    'topk_max(3, up)',
    'label_set(up, "a", "b")',
    'sum(up) if x == 1',
    'up default 0',
    'rollup_rate(foo[5m])',
    'rate(foo[5m]) keep_metric_names',
    'WITH (a = b) a',
  ])('is VictoriaMetrics where a query is MetricsQL: %s', (expr) => {
    const panels = [panel({ expr: 'up' }, { datasource: PROMETHEUS }), panel({ expr })];
    expect(textsOf({ panels })).toEqual(['none panel P: up', `none panel P: ${expr}`]);
  });

  it.each(['rate_default{if="a"}', 'sum by (default) (if)', 'label_replace(up, "a", "$1", "b", "(.*)")'])(
    '%s is no MetricsQL',
    (expr) => {
      expect(textsOf({ panels: [panel({ expr }, { datasource: PROMETHEUS })] })).toEqual([
        `error panel P: ${expr}`,
      ]);
    },
  );
});

describe('variables in expressions', () => {
  it.each([
    ['rate(foo[$__rate_interval])', 'rate(foo[xxxxxxxxxxxxxxxx])'],
    ['rate(foo[${__range_s}s])', 'rate(foo[xxxxxxxxxxxxs])'],
    ['rate(foo[$__range:$__interval])', 'rate(foo[xxxxxxxx:xxxxxxxxxxx])'],
    ['up{job=~"$job"}', 'up{job=~"xxxx"}'],
    ['up{job=~"${job:regex}"}', 'up{job=~"xxxxxxxxxxxx"}'],
    ['up{job=~"${job:date:YYYY-MM}"}', 'up{job=~"xxxxxxxxxxxxxxxxxxx"}'],
    ['up{job=~"${row.name}"}', 'up{job=~"xxxxxxxxxxx"}'],
    ['up{job=~"[[job]]|[[job:pipe]]"}', 'up{job=~"xxxxxxx|xxxxxxxxxxxx"}'],
    ['up{$filters}', 'up{xxxxxxxx}'],
    ['$metric{a="b"}', 'xxxxxxx{a="b"}'],
    ['foo_${kind}_total > $threshold', 'foo_xxxxxxx_total > xxxxxxxxxx'],
    ['sum by ($by) (up)', 'sum by (xxx) (up)'],
    ['topk($n, up) / $__interval_ms', 'topk(xx, up) / xxxxxxxxxxxxxx'],
    ['label_replace(up, "a", "$1-${2}", "b", "(.*)$")', 'label_replace(up, "a", "$1-${2}", "b", "(.*)$")'],
    ['up{job="{{ job }}"}', 'up{job="xxxxxxxxx"}'],
  ])('%s', (expr, filled) => {
    const [hosted] = readDashboard(JSON.stringify({ panels: [panel({ expr })] })).texts;
    expect(hosted?.region.text).toBe(filled);
    expect(parse(hosted?.region.text ?? '', { holes: hosted?.region.holes }).faults).toEqual([]);
  });
});

describe('annotations', () => {
  it.each([
    [
      'of the classic schema',
      { annotations: { list: [{ name: 'A', datasource: PROMETHEUS, expr: 'up == 0' }] } },
    ],
    [
      'with a target',
      { annotations: { list: [{ name: 'A', datasource: PROMETHEUS, target: { expr: 'up == 0' } }] } },
    ],
    [
      'of the new schema',
      {
        annotations: [
          {
            spec: { name: 'A', query: { kind: 'DataQuery', group: 'prometheus', spec: { expr: 'up == 0' } } },
          },
        ],
      },
    ],
  ])('%s', (_, dashboard) => {
    expect(textsOf(dashboard)).toEqual(['error query A: up == 0']);
  });
});

describe('variables that ask Prometheus', () => {
  it.each([
    ['label_values(up{job="$x"}, instance)', 'up{job="xx"}', ['instance']],
    ['label_values( up , instance )', 'up', ['instance']],
    ['label_values({__name__=~"a,b"}, job)', '{__name__=~"a,b"}', ['job']],
    ['label_values(up, $label)', 'up', []],
    ['label_values(job)', undefined, []],
    ['label_names()', undefined, []],
    ['label_names(up)', 'up', []],
    ['metrics(node_.*)', undefined, []],
    ['query_result(topk(3, up))', 'topk(3, up)', []],
    ['up{job="a"}', 'up{job="a"}', []],
  ])('%s', (query, text, labels) => {
    const spec = { name: 'v', query: { kind: 'DataQuery', group: 'prometheus', spec: { query } } };
    const legacy = { ...spec, query: { ...spec.query, spec: { __legacyStringValue: query } } };
    const classic = { name: 'v', type: 'query', datasource: PROMETHEUS };
    for (const dashboard of [
      { templating: { list: [{ ...classic, query }] } },
      { templating: { list: [{ ...classic, query: { query, refId: 'A' } }] } },
      { variables: [{ kind: 'QueryVariable', spec }] },
      { variables: [{ kind: 'QueryVariable', spec: legacy }] },
    ]) {
      expect(textsOf(dashboard)).toEqual(text === undefined ? [] : [`error query $v: ${text}`]);
      const { names } = readDashboard(JSON.stringify(dashboard));
      expect(names?.map(({ name }) => name)).toEqual(labels);
    }
  });

  it('are not those of other kinds, nor what is no call where the data source is unknown', () => {
    const list = [
      { name: 'a', type: 'interval', query: '1m,5m' },
      { name: 'b', type: 'custom', query: 'x,y' },
      { name: 'c', type: 'query', query: 'up' },
      { name: 'd', type: 'query', query: 'label_values(up, job)' },
      { name: 'e', type: 'query', datasource: { type: 'loki' }, query: 'label_values({a="b"}, job)' },
    ];
    expect(textsOf({ templating: { list } })).toEqual(['warning query $d: up']);
  });
});

describe('the definition of a variable', () => {
  it.each([
    ['changes with the query that it repeats', 'label_values(up, job)', ['error', 'none']],
    ['says nothing where it is another', 'label_values(down, job)', ['error']],
  ])('%s', (_, definition, severities) => {
    const variable = {
      name: 'v',
      type: 'query',
      datasource: PROMETHEUS,
      query: 'label_values(up, job)',
      definition,
    };
    const { texts, names } = readDashboard(JSON.stringify({ templating: { list: [variable] } }));
    expect(texts.map(({ severity }) => severity)).toEqual(severities);
    expect(names?.map(({ name, of }) => [name, of])).toEqual(severities.map((__, index) => ['job', index]));
  });
});

describe('labels in legends', () => {
  it('belong to the result of their expression', () => {
    const targets = [{ expr: 'a' }, { legendFormat: '{{job}} of {{ instance }}, {{ a b }}', expr: 'up' }];
    const text = JSON.stringify({ panels: [{ title: 'P', targets }] });
    const { names } = readDashboard(text);
    expect(names).toEqual(
      ['job', 'instance'].map((name) => {
        const from = text.indexOf(name);
        const span = { from, to: from + name.length };
        return { kind: 'label', name, span, by: { kind: 'panel', name: 'P' }, of: 1 };
      }),
    );
  });
});

describe('places', () => {
  it('come in document order, without quotes', () => {
    const text = `{
      "templating": {"list": [{"type": "query", "query": "label_values(one, job)"}]},
      "panels": [{"targets": [{"expr": "sum(\\u0074wo)\\n/ 3"}]}],
      "annotations": {"list": [{"expr": "four"}]}
    }`;
    const { texts } = readDashboard(text);
    expect(texts.map(({ extent }) => text.slice(extent.from, extent.to))).toEqual([
      'one',
      'sum(\\u0074wo)\\n/ 3',
      'four',
    ]);
    expect(texts.map(({ region }) => region.text)).toEqual(['one', 'sum(two)\n/ 3', 'four']);
  });

  it('go there and back, and edits read as what was wanted', () => {
    const part = fc.constantFrom('up', '$job', '${a:b}', '"', '\n', '\\', '😀', 'é', ' ');
    const expr = fc.array(part, { minLength: 1 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(expr, fc.nat(), fc.nat(4), fc.string(), (expr, at, length, newText) => {
        const read = (text: string) => readDashboard(text).texts[0]?.region;
        const text = JSON.stringify({ panels: [panel({ expr }, { datasource: PROMETHEUS })] });
        const region = read(text);
        if (!region) throw new Error(`nothing in ${text}`);
        for (let offset = 0; offset <= region.text.length; offset++) {
          expect(region.map.toFragment(region.map.toHost(offset))).toBe(offset);
        }
        const from = at % (expr.length + 1);
        const edit = { span: { from, to: Math.min(expr.length, from + length) }, newText };
        const edits = region.encode([edit]);
        if (!Array.isArray(edits)) return;
        const edited = JSON.parse(applyEdits(text, edits)) as { panels: { targets: { expr: string }[] }[] };
        expect(edited.panels[0]?.targets[0]?.expr).toBe(applyEdits(expr, [edit]));
      }),
    );
  });
});

describe('robustness', () => {
  it.each([
    '',
    '[]',
    '{"panels": 3}',
    '{"panels": [null, 1, {"targets": [[]]}]}',
    '{"panels": [{"targets": [{"expr": 1}]}]}',
  ])('finds nothing in %s', (text) => {
    expect(readDashboard(text).texts).toEqual([]);
  });

  it('reads what is half-written', () => {
    const text = '{"panels": [{"title": "P", "targets": [{"expr": "sum(\n "refId": "A"}, {"expr": "up"';
    expect(readDashboard(text).texts.map(({ region }) => region.text)).toEqual(['sum(', 'up']);
  });

  it('is not led astray by nesting', () => {
    expect(readDashboard('{"panels":['.repeat(50_000)).texts).toEqual([]);
  });
});

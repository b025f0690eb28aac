import { describe, expect, it } from 'vitest';
import { queriesInMarked } from './testing';

/** A file of Go with these imports, and `body` in a function; `‹…›` around all texts that are to be found. */
function inGo(imports: string, body: string): ReturnType<typeof queriesInMarked> {
  const marked = `package main\n\nimport (\n${imports}\n)\n\nfunc main() {\n${body}\n}\n`;
  const found = queriesInMarked(marked, 'go');
  expect(found.marked).toBe(marked);
  return found;
}

const API = '\tv1 "github.com/prometheus/client_golang/api/prometheus/v1"';

describe('client_golang', () => {
  it.each([
    ['query', 'v1api := v1.NewAPI(client)\nresult, warnings, err := v1api.Query(ctx, "‹up›", time.Now())'],
    ['range', 'v1api := v1.NewAPI(client)\nv1api.QueryRange(ctx, `‹rate(up{job="a"}[5m])›`, r)'],
    ['at once', 'v1.NewAPI(client).Query(ctx, "‹up{job=\\"a\\"}›", t)'],
    ['exemplars', 'v1.NewAPI(client).QueryExemplars(ctx, "‹up›", a, b)'],
  ])('%s', (_, body) => {
    inGo(API, body);
  });

  it.each([
    ['another argument', 'v1.NewAPI(client).LabelNames(ctx, nil, a, b)'],
    ['something else', 'db.Query(ctx, "select 1")'],
  ])('not: %s', (_, body) => {
    inGo(API, body);
  });
});

it('finds what the Foundation SDK is given', () => {
  inGo(
    '\t"github.com/grafana/grafana-foundation-sdk/go/prometheus"',
    'prometheus.NewDataqueryBuilder().Expr("‹up›").LegendFormat("{{ job }}")',
  );
});

describe('rules of the Prometheus operator', () => {
  const OPERATOR =
    '\tmonitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"\n\t"k8s.io/apimachinery/pkg/util/intstr"';

  it.each([
    [
      'alert',
      'r := monitoringv1.Rule{Alert: "A", Expr: intstr.FromString("‹up == 0›"), Labels: map[string]string{"severity": "‹page›"}}',
      ['alert A'],
    ],
    ['record', 'r := monitoringv1.Rule{Record: "a:b", Expr: intstr.FromString("‹sum(up)›")}', ['record a:b']],
    [
      'in a list',
      'r := []monitoringv1.Rule{{Alert: "A", Expr: intstr.FromString("‹up›")}, {Alert: "B", Expr: intstr.FromString("‹down›")}}',
      ['alert A', 'alert B'],
    ],
  ])('%s', (_, body, rules) => {
    const found = inGo(OPERATOR, body);
    expect(found.rules.map(({ kind, name }) => `${kind} ${name.text}`)).toEqual(rules);
    expect(found.findings).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { GoParser } from '../../../languages/go/parser';
import { found, shown, shownName, shownWrite } from './testing';

const read = (text: string) => new GoParser().read(text);
const HEAD = `package main

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

const namespace = "app"
`;

describe('definitions by client_golang', () => {
  it.each<[string, string[]]>([
    [
      `promauto.NewCounterVec(prometheus.CounterOpts{Namespace: "app", Subsystem: "http", Name: "requests_total", Help: "All."}, []string{"code", "method"})`,
      ['app_http_requests_total counter{code,method} "All."'],
    ],
    [`prometheus.NewGauge(prometheus.GaugeOpts{Name: "x", Help: \`X\`})`, ['x gauge{} "X"']],
    [`prometheus.NewGauge(prometheus.GaugeOpts{Name: "x"})`, ['x gauge{} ""']],
    [
      `prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: "took_seconds"}, labels)`,
      ['app_took_seconds histogram{?} ""'],
    ],
    [`promauto.With(reg).NewSummary(prometheus.SummaryOpts{Name: "s", Help: help()})`, ['s summary{}']],
    [
      `prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "x"}, func() float64 { return 1 })`,
      ['x gauge{} ""'],
    ],
    [
      `prometheus.NewCounter(prometheus.CounterOpts{Name: "x", ConstLabels: prometheus.Labels{"version": "1"}})`,
      ['x counter{version} ""'],
    ],
    [
      `prometheus.NewDesc(prometheus.BuildFQName(namespace, "", "up"), "Is up.", []string{"host"}, nil)`,
      ['app_up unknown{host} "Is up."'],
    ],
    [`prometheus.NewDesc("up", "Is up.", nil, nil)`, ['up unknown{} "Is up."']],
    [`prometheus.NewGauge(prometheus.GaugeOpts{Name: name})`, []],
    [`prometheus.NewGauge(opts)`, []],
    [`other.NewGauge(other.GaugeOpts{Name: "x"})`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${HEAD}\nvar m = ${code}\n`).metrics.map(shown)).toEqual(expected);
  });

  it('takes the type of a description from its samples', () => {
    const code = `${HEAD}
var desc = prometheus.NewDesc("jobs_total", "Jobs.", []string{"queue"}, nil)

func (c *C) Collect(ch chan<- prometheus.Metric) {
	ch <- prometheus.MustNewConstMetric(desc, prometheus.CounterValue, 1, "mail")
}
`;
    expect(found(read, code).metrics.map(shown)).toEqual(['jobs_total counter{queue} "Jobs."']);
  });

  it('tells buckets and quantiles', () => {
    const of = (options: string, kind = 'Histogram') =>
      found(read, `${HEAD}\nvar m = prometheus.New${kind}(prometheus.${kind}Opts{Name: "x", ${options}})\n`)
        .metrics[0];
    expect(of('Buckets: []float64{1, 2, 5}')?.buckets).toEqual([1, 2, 5]);
    expect(of('Buckets: prometheus.DefBuckets')?.buckets?.length).toBe(11);
    expect(of('Help: ""')?.buckets?.length).toBe(11);
    expect(of('Buckets: prometheus.LinearBuckets(1, 2, 3)')?.buckets).toEqual([1, 3, 5]);
    expect(of('Buckets: prometheus.ExponentialBuckets(0.1, 10, 3)')?.buckets).toEqual([0.1, 1, 10]);
    expect(of('Buckets: prometheus.ExponentialBucketsRange(1, 100, 3)')?.buckets).toEqual([1, 10, 100]);
    expect(of('Buckets: mine()')?.buckets).toBeUndefined();
    expect(of('Objectives: map[float64]float64{0.5: 0.05, 0.99: 0.001}', 'Summary')?.quantiles).toEqual([
      0.5, 0.99,
    ]);
    expect(of('Help: ""', 'Summary')?.quantiles).toEqual([]);
  });

  it('tells how the name is written', () => {
    const { metrics, text } = found(
      read,
      `${HEAD}\nvar m = prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: "x"})\n`,
    );
    expect(metrics[0] && shownName(metrics[0], text)).toBe('app_[x]');
  });
});

describe('writes by client_golang', () => {
  it.each<[string, string[]]>([
    [`m.WithLabelValues("GET", code).Inc()`, ['m{a="GET",b=code} 2']],
    [`m.With(prometheus.Labels{"a": "GET", "b": r.URL.Path}).Inc()`, ['m{a="GET",b=r.URL.Path}']],
    [`m.WithLabelValues("GET").Inc()`, ['m{a="GET"} 1']],
    [`m.WithLabelValues(values...).Inc()`, ['m{…}']],
    [`m.MustCurryWith(prometheus.Labels{"a": "GET"})`, ['m{a="GET",…}']],
    [`m.Inc()`, []],
  ])('%s', (code, expected) => {
    const text = `${HEAD}
var m = promauto.NewCounterVec(prometheus.CounterOpts{Name: "m"}, []string{"a", "b"})

func f() {
	${code}
}
`;
    expect(found(read, text).writes.map(shownWrite)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { PythonParser } from '../../../languages/python/parser';
import { found, shown, shownName, shownWrite } from './testing';

const read = (text: string) => new PythonParser().read(text);
const IMPORT = 'from prometheus_client import Counter, Gauge, Histogram, Summary, Info, Enum\n';

describe('definitions by prometheus_client', () => {
  it.each<[string, string[]]>([
    [
      `Counter('api_requests_total', 'All requests', ['method', 'endpoint'])`,
      ['api_requests_total counter{method,endpoint} "All requests"'],
    ],
    [`Counter('api_requests', 'All requests')`, ['api_requests_total counter{} "All requests"']],
    [
      `Gauge(name='x', documentation='X', labelnames=('a',), namespace='app', subsystem='db')`,
      ['app_db_x gauge{a} "X"'],
    ],
    [`Histogram('took', 'Took', unit='seconds')`, ['took_seconds histogram{} "Took"']],
    [`Counter('sent_total', 'Sent', unit='bytes')`, ['sent_bytes_total counter{} "Sent"']],
    [`Counter('sent_bytes_total', 'Sent', unit='bytes')`, ['sent_bytes_total counter{} "Sent"']],
    [`Summary('took_seconds', 'Took', ['a'], 'app')`, ['app_took_seconds summary{a} "Took"']],
    [`Info('app_build', 'Build')`, ['app_build_info info{?} "Build"']],
    [`Enum('task_state', 'State', states=['on', 'off'])`, ['task_state gauge{task_state} "State"']],
    [`Gauge('x', HELP, labels)`, ['x gauge{?}']],
    [`Gauge(name, 'X')`, []],
    [`Gauge('x', 'X', namespace=config.namespace)`, []],
    [`Gauge('')`, []],
    [`Gauge()`, []],
    [`Gauge(f'{PREFIX}_x', 'X')`, []],
    [`Gauge(*args)`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${IMPORT}m = ${code}\n`).metrics.map(shown)).toEqual(expected);
  });

  it.each<[string, string]>([
    [`import prometheus_client\nx = prometheus_client.Gauge('x', 'X')`, 'x gauge{} "X"'],
    [`import prometheus_client as prom\nx = prom.Gauge('x', 'X')`, 'x gauge{} "X"'],
    [`from prometheus_client.metrics import Gauge as G\nx = G('x', 'X')`, 'x gauge{} "X"'],
    [
      `from prometheus_client.core import GaugeMetricFamily\nx = GaugeMetricFamily('x', 'X', labels=['a'])`,
      'x gauge{a} "X"',
    ],
    [`${IMPORT}NS = 'app'\nx = Gauge(NS + '_x', 'X')`, 'app_x gauge{} "X"'],
    [
      `${IMPORT}import os\nNS = os.getenv('NS', 'app')\nx = Gauge('x', 'X', namespace=NS)`,
      'app_x gauge{} "X"',
    ],
    [`${IMPORT}import os\nx = Gauge('x', 'X', namespace=os.environ.get('NS', 'app'))`, 'app_x gauge{} "X"'],
    [`${IMPORT}LABELS = ['a', 'b']\nx = Gauge('x', 'X', LABELS)`, 'x gauge{a,b} "X"'],
    [`${IMPORT}class M:\n  def __init__(self):\n    self.x = Gauge('x', 'X')`, 'x gauge{} "X"'],
  ])('%s', (code, expected) => {
    expect(found(read, code).metrics.map(shown)).toEqual([expected]);
  });

  it.each([
    'from collections import Counter\nx = Counter("abc")',
    'x = Gauge("x", "X")',
    'import prometheus_client\n',
  ])('none in %j', (code) => {
    expect(found(read, code).metrics).toEqual([]);
  });

  it.each<[string, string | undefined]>([
    [`Counter('jobs', 'X')`, '[jobs]_total'],
    [`Counter('jobs_total', 'X')`, '[jobs_total]'],
    [`Counter('jobs_total', 'X', unit='bytes')`, '[jobs]_bytes_total'],
    [`Gauge('jobs', 'X', namespace='app', subsystem='db')`, 'app_db_[jobs]'],
    [`Gauge('jo\\x62s', 'X')`, 'job[s]'],
  ])('%s is written %s', (code, expected) => {
    const { metrics, text } = found(read, `${IMPORT}m = ${code}\n`);
    expect(metrics[0] && shownName(metrics[0], text)).toBe(expected);
  });

  it('tells buckets, quantiles and every series', () => {
    const { metrics } = found(
      read,
      `${IMPORT}a = Histogram('a', 'A', buckets=(1, 2.5, float('inf')))\nb = Histogram('b', 'B')\nc = Summary('c', 'C')\nd = Counter('d', 'D')\ne = Histogram('e', 'E', buckets=[*MORE])\n`,
    );
    const [a, b, c, d, e] = metrics;
    expect(a?.buckets).toEqual([1, 2.5]);
    expect(b?.buckets?.slice(0, 4)).toEqual([0.005, 0.01, 0.025, 0.05]);
    expect(b?.series).toEqual(['b_bucket', 'b_sum', 'b_count', 'b_created']);
    expect([c?.quantiles, c?.series]).toEqual([[], ['c_sum', 'c_count', 'c_created']]);
    expect(d?.series).toEqual(['d_total', 'd_created']);
    expect(e?.buckets).toBeUndefined();
  });
});

describe('writes by prometheus_client', () => {
  it.each<[string, string[]]>([
    [`m.labels('GET', path).inc()`, ['m_total{a="GET",b=path} 2']],
    [`m.labels(a='GET', b=request.path).inc()`, ['m_total{a="GET",b=request.path}']],
    [`m.labels('GET').inc()`, ['m_total{a="GET"} 1']],
    [`m.labels(*values).inc()`, ['m_total{…}']],
    [`m.labels(**values).inc()`, ['m_total{…}']],
    [`m.remove('GET', '200')`, ['m_total{a="GET",b="200"} 2']],
    [`m.inc()`, []],
    [`other.labels('GET')`, []],
    [`m.labels(200, True).inc(2)`, ['m_total{a="200",b="True"} 2']],
  ])('%s', (code, expected) => {
    const text = `${IMPORT}m = Counter('m', 'M', ['a', 'b'])\ndef f():\n  ${code}\n`;
    expect(found(read, text).writes.map(shownWrite)).toEqual(expected);
  });

  it('knows the labels of info', () => {
    const { writes } = found(read, `${IMPORT}i = Info('app', 'A')\ni.info({'version': '1', 'host': host})\n`);
    expect(writes.map(shownWrite)).toEqual(['app_info{version="1",host=host}']);
  });
});

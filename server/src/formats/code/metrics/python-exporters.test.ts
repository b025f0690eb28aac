import { describe, expect, it } from 'vitest';
import { PythonParser } from '../../../languages/python/parser';
import { found } from './testing';

const read = (text: string) => new PythonParser().read(text);
const names = (text: string) =>
  found(read, text).metrics.map(
    ({ name, labels }) => `${name}{${labels?.map((label) => label.name).join(',') ?? '?'}}`,
  );

describe('what exporters for Python bring', () => {
  it.each<[string, string[]]>([
    [
      'from prometheus_fastapi_instrumentator import Instrumentator\nInstrumentator().instrument(app).expose(app)\n',
      [
        'http_requests_total{method,status,handler}',
        'http_request_size_bytes{handler}',
        'http_response_size_bytes{handler}',
        'http_request_duration_highr_seconds{}',
        'http_request_duration_seconds{method,handler}',
      ],
    ],
    [
      'from prometheus_fastapi_instrumentator import Instrumentator\ni = Instrumentator(should_group_status_codes=False)\ni.instrument(app, metric_namespace="shop", metric_subsystem="api")\n',
      [
        'shop_api_http_requests_total{method,status,handler}',
        'shop_api_http_request_size_bytes{handler}',
        'shop_api_http_response_size_bytes{handler}',
        'shop_api_http_request_duration_highr_seconds{}',
        'shop_api_http_request_duration_seconds{method,handler}',
      ],
    ],
    [
      'from prometheus_flask_exporter import PrometheusMetrics\nmetrics = PrometheusMetrics(app, group_by="endpoint", default_labels={"region": "eu"})\n',
      [
        'flask_exporter_info{version}',
        'flask_http_request_duration_seconds{method,endpoint,status,region}',
        'flask_http_request_total{method,status,region}',
        'flask_http_request_exceptions_total{method,status,region}',
      ],
    ],
    [
      'from prometheus_flask_exporter import PrometheusMetrics\nmetrics = PrometheusMetrics(app, group_by=by_url)\n',
      [
        'flask_exporter_info{version}',
        'flask_http_request_duration_seconds{?}',
        'flask_http_request_total{method,status}',
        'flask_http_request_exceptions_total{method,status}',
      ],
    ],
    [
      'from prometheus_flask_exporter import PrometheusMetrics\nmetrics = PrometheusMetrics(app, export_defaults=False)\n',
      [],
    ],
    [
      'from prometheus_flask_exporter.multiprocess import GunicornPrometheusMetrics\nm = GunicornPrometheusMetrics.for_app_factory(defaults_prefix="shop", export_defaults=True)\n',
      [
        'shop_exporter_info{version}',
        'shop_http_request_duration_seconds{method,path,status}',
        'shop_http_request_total{method,status}',
        'shop_http_request_exceptions_total{method,status}',
      ],
    ],
    [
      'from starlette_exporter import PrometheusMiddleware, handle_metrics\napp.add_middleware(PrometheusMiddleware, prefix="shop")\n',
      [
        'shop_requests_total{method,path,status_code,app_name}',
        'shop_request_duration_seconds{method,path,status_code,app_name}',
        'shop_requests_in_progress{method,app_name}',
      ],
    ],
    [
      'from prometheus_flask_exporter import NO_PREFIX, PrometheusMetrics\nmetrics = PrometheusMetrics(app, defaults_prefix=NO_PREFIX)\n',
      [
        'exporter_info{version}',
        'http_request_duration_seconds{method,path,status}',
        'http_request_total{method,status}',
        'http_request_exceptions_total{method,status}',
      ],
    ],
    ['app.add_middleware(CORSMiddleware, prefix="shop")\nx.instrument(app)\n', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('is implied, where the call stands', () => {
    const { metrics, text } = found(
      read,
      'from prometheus_flask_exporter import PrometheusMetrics\nmetrics = PrometheusMetrics(app)\n',
    );
    expect(metrics.map(({ implied }) => implied)).toEqual([true, true, true, true]);
    const [first] = metrics;
    expect(first && text.slice(first.nameSpan.from, first.nameSpan.to)).toBe('PrometheusMetrics');
  });
});

/** Where in a call's arguments, or an object, a value stands. */
export interface ArgumentPlace {
  /** Of the positional arguments. */
  readonly index?: number;
  /** Of Python's keyword arguments. */
  readonly keyword?: string;
  /** From the argument inwards: properties by their names, items of lists by their index, `*` for every item. */
  readonly path?: readonly string[];
}

/** Calls of a library that take PromQL or something that goes with it. */
export interface QueryPlace {
  /** The module that it is imported from; modules below it count too. */
  readonly module: string;
  /** What makes the objects whose methods `names` are: classes, functions. Absent for what the module exports itself. */
  readonly of?: readonly string[];
  readonly names: readonly string[];
  readonly at: ArgumentPlace;
  /** `selectors`: one selector, or a list of them. `step`: a duration, or a number of seconds. */
  readonly takes: 'promql' | 'selectors' | 'step';
  /** `panel`: Grafana shows the result, and fills in its variables before. */
  readonly by: 'query' | 'panel';
  /** True where the text isn't sent to a Prometheus. */
  readonly illustrates?: boolean;
}

const PROMETHEUS_QUERY = { module: 'prometheus-query', of: ['PrometheusDriver'], by: 'query' } as const;
const API_CLIENT = { module: 'prometheus_api_client', of: ['PrometheusConnect'], by: 'query' } as const;
const CLIENT_GOLANG = {
  module: 'github.com/prometheus/client_golang/api/prometheus/v1',
  of: ['NewAPI', 'API'],
  by: 'query',
} as const;

/** What the libraries' documentation says, one row a place. */
export const QUERY_PLACES: readonly QueryPlace[] = [
  // https://github.com/samber/prometheus-query-js
  { ...PROMETHEUS_QUERY, names: ['instantQuery', 'rangeQuery'], at: { index: 0 }, takes: 'promql' },
  { ...PROMETHEUS_QUERY, names: ['rangeQuery'], at: { index: 3 }, takes: 'step' },
  {
    ...PROMETHEUS_QUERY,
    names: ['series', 'labelNames', 'adminDeleteSeries'],
    at: { index: 0 },
    takes: 'selectors',
  },
  { ...PROMETHEUS_QUERY, names: ['labelValues'], at: { index: 1 }, takes: 'selectors' },

  // https://github.com/prometheus/prometheus/tree/main/web/ui/module/lezer-promql
  {
    module: '@prometheus-io/lezer-promql',
    of: ['parser'],
    names: ['parse'],
    at: { index: 0 },
    takes: 'promql',
    by: 'query',
    illustrates: true,
  },

  // https://github.com/grafana/grafana-foundation-sdk
  {
    module: '@grafana/grafana-foundation-sdk/prometheus',
    of: ['DataqueryBuilder', 'QueryBuilder', 'QueryV2Builder'],
    names: ['expr'],
    at: { index: 0 },
    takes: 'promql',
    by: 'panel',
  },
  {
    module: 'grafana_foundation_sdk.builders.prometheus',
    of: ['Dataquery', 'Query', 'QueryV2'],
    names: ['expr'],
    at: { index: 0, keyword: 'expr' },
    takes: 'promql',
    by: 'panel',
  },
  {
    module: 'github.com/grafana/grafana-foundation-sdk/go/prometheus',
    of: ['NewDataqueryBuilder', 'NewQueryBuilder', 'NewQueryV2Builder'],
    names: ['Expr'],
    at: { index: 0 },
    takes: 'promql',
    by: 'panel',
  },

  // https://grafana.com/developers/scenes
  {
    module: '@grafana/scenes',
    names: ['SceneQueryRunner'],
    at: { index: 0, path: ['queries', '*', 'expr'] },
    takes: 'promql',
    by: 'panel',
  },
  {
    module: '@grafana/scenes-react',
    names: ['useQueryRunner'],
    at: { index: 0, path: ['queries', '*', 'expr'] },
    takes: 'promql',
    by: 'panel',
  },

  // https://prometheus-api-client-python.readthedocs.io
  {
    ...API_CLIENT,
    names: ['custom_query', 'custom_query_range', 'get_metric_aggregation'],
    at: { index: 0, keyword: 'query' },
    takes: 'promql',
  },
  { ...API_CLIENT, names: ['custom_query_range'], at: { index: 3, keyword: 'step' }, takes: 'step' },
  {
    ...API_CLIENT,
    names: ['get_metric_range_data', 'get_current_metric_value'],
    at: { index: 0, keyword: 'metric_name' },
    takes: 'selectors',
  },

  // https://github.com/tmc/prometheus-pandas, https://github.com/nir-arad/promql-http-api
  {
    module: 'prometheus_pandas',
    of: ['Prometheus'],
    names: ['query', 'query_range'],
    at: { index: 0, keyword: 'query' },
    takes: 'promql',
    by: 'query',
  },
  {
    module: 'promql_http_api',
    of: ['PromqlHttpApi'],
    names: ['query', 'query_range'],
    at: { index: 0, keyword: 'query' },
    takes: 'promql',
    by: 'query',
  },

  // https://grafanalib.readthedocs.io
  {
    module: 'grafanalib',
    names: ['Target'],
    at: { index: 0, keyword: 'expr' },
    takes: 'promql',
    by: 'panel',
  },
  {
    module: 'grafanalib.prometheus',
    names: ['PromGraph'],
    at: { index: 2, keyword: 'expressions', path: ['*', '1'] },
    takes: 'promql',
    by: 'panel',
  },

  // https://pkg.go.dev/github.com/prometheus/client_golang/api/prometheus/v1#API
  {
    ...CLIENT_GOLANG,
    names: ['Query', 'QueryRange', 'QueryExemplars'],
    at: { index: 1 },
    takes: 'promql',
  },
  { ...CLIENT_GOLANG, names: ['Series', 'LabelNames'], at: { index: 1 }, takes: 'selectors' },
  { ...CLIENT_GOLANG, names: ['LabelValues'], at: { index: 2 }, takes: 'selectors' },
];

/** Objects that their declared type makes a query: `const target: PromQuery = { refId: 'A', expr: 'up' }`. */
export const QUERY_TYPES = [
  { module: '@grafana/prometheus', type: 'PromQuery', property: 'expr', by: 'panel' },
] as const;

/** Modules of clients of HTTP, whatever they call it; every call of theirs may take a URL. */
export const HTTP_MODULES: ReadonlySet<string> = new Set([
  ...[
    'axios',
    'got',
    'ky',
    'node-fetch',
    'cross-fetch',
    'isomorphic-fetch',
    'undici',
    'ofetch',
    'superagent',
  ],
  ...['needle', 'wretch', 'http', 'https', 'node:http', 'node:https', 'k6/http'],
  ...['@angular/common/http', '@nestjs/axios'],
  ...['requests', 'httpx', 'aiohttp', 'urllib3', 'urllib.request'],
]);

/** Globals that take a URL, by their last name. */
export const HTTP_GLOBALS: ReadonlySet<string> = new Set([
  'fetch',
  '$fetch',
  'useFetch',
  'useLazyFetch',
  'axios',
]);

/** What an HTTP client's options, or keyword arguments, call the parameters of the URL or of the form that is sent. */
export const PARAMETER_OPTIONS: readonly string[] = [
  'params',
  'searchParams',
  'query',
  'body',
  'data',
  'form',
];

/** Those that take them as the argument behind the URL too. */
export const PARAMETERS_BEHIND_URL: ReadonlySet<string> = new Set(['requests']);

/** What they call the URL, and what stands in front of it. */
export const URL_OPTIONS: readonly string[] = ['url', 'path', 'uri'];
export const BASE_OPTIONS: readonly string[] = ['baseURL', 'baseUrl', 'prefixUrl', 'base_url'];

/** Functions that encode a text for a URL: what they are given is what Prometheus gets. */
export const URL_ENCODERS: ReadonlySet<string> = new Set([
  'encodeURIComponent',
  'encodeURI',
  'quote',
  'quote_plus',
]);

/** Functions and classes that make a query of a URL of an object. */
export const URL_QUERIES: ReadonlySet<string> = new Set(['URLSearchParams', 'urlencode']);

/** Functions that give a text in the type that a rule's field has: `Expr.fromString('up')`, `intstr.FromString("up")`. */
export const TEXT_WRAPPERS: ReadonlySet<string> = new Set([
  ...['fromString', 'from_string', 'FromString', 'FromStr', 'String', 'Duration', 'NonEmptyDuration'],
  ...['To', 'Ptr', 'Pointer', 'DurationPointer', 'StringPtr'],
]);

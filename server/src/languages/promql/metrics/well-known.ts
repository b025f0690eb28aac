import type { MetricInfo, MetricKnowledge, MetricType } from '../knowledge';
import { derivedSeries } from './derived';
import { CADVISOR, KUBERNETES, KUBE_STATE_METRICS } from './kubernetes';
import { NODE_EXPORTER } from './node-exporter';
import { ALERTMANAGER, PROMETHEUS, SERVER_MADE } from './prometheus';
import { GO, JVM, NODEJS, PROCESS, PYTHON } from './runtimes';
import {
  BLACKBOX_EXPORTER,
  CONVENTIONS,
  MYSQLD_EXPORTER,
  POSTGRES_EXPORTER,
  PROXIES,
  QUEUES,
  REDIS_EXPORTER,
  STORES,
} from './services';
import type { MetricTable } from './table';
import { unitOfName } from './unit';

const TABLES: readonly MetricTable[] = [
  SERVER_MADE,
  CONVENTIONS,
  PROCESS,
  GO,
  NODEJS,
  PYTHON,
  JVM,
  NODE_EXPORTER,
  KUBE_STATE_METRICS,
  CADVISOR,
  KUBERNETES,
  PROMETHEUS,
  ALERTMANAGER,
  BLACKBOX_EXPORTER,
  REDIS_EXPORTER,
  POSTGRES_EXPORTER,
  MYSQLD_EXPORTER,
  PROXIES,
  QUEUES,
  STORES,
];

/** Labels that scraping gives every series. */
export const TARGET_LABELS: readonly string[] = ['job', 'instance'];

let cached: MetricKnowledge | undefined;

/** Metrics of common exporters and libraries, for when nothing better is known. The tables are read at the first call. */
export function wellKnownMetrics(): MetricKnowledge {
  return (cached ??= readTables(TABLES));
}

/** Exported for tests: what `tables` say. */
export function readTables(tables: readonly MetricTable[]): MetricKnowledge {
  const metrics = new Map<string, MetricInfo>();
  const values = new Values();
  for (const { origin, rows } of tables) {
    for (const line of rows.trim().split('\n')) {
      const metric = readRow(line, origin, values);
      for (const series of [metric, ...derivedSeries(metric)]) {
        if (!metrics.has(series.name)) metrics.set(series.name, series);
      }
    }
  }
  const labels = new Set([...metrics.values()].flatMap((metric) => metric.labels ?? []));
  return {
    metric: (name) => metrics.get(name),
    metrics: () => metrics.values(),
    labelNames: (metric) => (metric === undefined ? labels : (metrics.get(metric)?.labels ?? [])),
    labelValues: (label, metric) => values.get(label, metric === undefined ? undefined : metrics.get(metric)),
  };
}

/** The usual values of each label, by label and by the list of labels they stand in. */
class Values {
  readonly #all = new Map<string, Set<string>>();
  readonly #ofMetric = new Map<string, readonly string[]>();

  add(metric: string, label: string, values: readonly string[]): void {
    this.#ofMetric.set(`${metric} ${label}`, values);
    const all = this.#all.get(label) ?? new Set();
    for (const value of values) all.add(value);
    this.#all.set(label, all);
  }

  /** Of `metric` if the tables say, otherwise of any. */
  get(label: string, metric?: MetricInfo): Iterable<string> {
    const name = metric?.name.replace(/_(?:bucket|sum|count)$/, '');
    return (
      this.#ofMetric.get(`${metric?.name} ${label}`) ??
      this.#ofMetric.get(`${name} ${label}`) ??
      this.#all.get(label) ??
      []
    );
  }
}

const ROW = /^(\S+) ([a-z]+)(?::([a-z]+))? (\S+) (.+)$/;
const TYPES: ReadonlySet<string> = new Set<MetricType>(['counter', 'gauge', 'histogram', 'summary', 'info']);

function readRow(line: string, origin: string, values: Values): MetricInfo {
  const [, name = '', type = '', unit, labels = '', help] = ROW.exec(line) ?? [];
  const names: string[] = [];
  for (const label of labels === '-' ? [] : labels.split(',')) {
    const [key = '', known] = label.split('=');
    names.push(key);
    if (known) values.add(name, key, known.replaceAll('~', ' ').split('|'));
  }
  return {
    name,
    type: isType(type) ? type : 'unknown',
    unit: unit ?? unitOfName(name),
    help,
    origin,
    labels: [...names, ...TARGET_LABELS],
    weight: 0,
  };
}

function isType(type: string): type is MetricType {
  return TYPES.has(type);
}

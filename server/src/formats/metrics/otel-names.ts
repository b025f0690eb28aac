import { unitWords } from './otel-units';

/** What names an OpenTelemetry instrument. */
export interface Instrument {
  readonly name: string;
  readonly unit: string;
  /** `counter` for monotonic sums only; an up-down counter is a gauge to Prometheus. */
  readonly type: 'counter' | 'gauge' | 'histogram';
}

/**
 * The name that Prometheus stores for an instrument by OpenTelemetry's specification, and by default for OTLP: dots and
 * the like become underscores, the unit and `_total` are added where they are not there. Source: normalizeName of
 * prometheus/otlptranslator, metric_namer.go; https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/.
 */
export function otelName({ name, unit, type }: Instrument): string {
  let words = name.split(/[^a-zA-Z0-9:]+/).filter((part) => part !== '');
  for (const added of unitWords(unit).map(cleaned)) {
    if (added !== '' && !words.includes(added)) words.push(added);
  }
  const last = lastWord(unit, type);
  if (last) words = [...words.filter((part) => part !== last), last];
  return notDigitFirst(words.join('_'));
}

/** The other names that an instrument may be stored by, most likely first, without those that equal {@link otelName}. */
export function otelAliases(instrument: Instrument): readonly string[] {
  const names = [jsExporterName(instrument), utf8Name(instrument), instrument.name];
  return [...new Set(names)].filter((name) => name !== otelName(instrument));
}

/**
 * What OpenTelemetry's own exporter for JavaScript writes, which adds `_total` but no unit. Source:
 * opentelemetry-js, exporter-prometheus, PrometheusSerializer.ts.
 * @param prefix the option of the exporter
 */
export function jsExporterName({ name, type }: Omit<Instrument, 'unit'>, prefix = ''): string {
  const plain = name.replace(/[^a-zA-Z0-9_]/g, '_').replace(/_{2,}/g, '_');
  const whole = notDigitFirst(prefix === '' ? plain : `${prefix}_${plain}`);
  return type === 'counter' && !whole.endsWith('_total') ? `${whole}_total` : whole;
}

/** The label that an attribute becomes. Source: prometheus/otlptranslator, label_namer.go. */
export function otelLabel(attribute: string): string {
  const label = attribute.replace(/[^a-zA-Z0-9_]/g, '_').replace(/_{2,}/g, '_');
  if (/^__.+__$/.test(attribute)) return `_${label}_`;
  return /^\d/.test(label) ? `key_${label}` : label;
}

/** With UTF-8 names and suffixes (NoUTF8EscapingWithSuffixes). Source: buildMetricName of metric_namer.go. */
function utf8Name({ name, unit, type }: Instrument): string {
  const last = lastWord(unit, type);
  let whole = last ? withoutLast(name, last) : name;
  for (const added of unitWords(unit)) if (!whole.endsWith(added)) whole += `_${added}`;
  return last ? `${whole}_${last}` : whole;
}

/** Sums end in `total`; gauges without a unit are taken for ratios. */
function lastWord(unit: string, type: Instrument['type']): string | undefined {
  if (type === 'counter') return 'total';
  return type === 'gauge' && unit === '1' ? 'ratio' : undefined;
}

function withoutLast(name: string, word: string): string {
  return name.endsWith(word) && name.length > word.length + 1 ? name.slice(0, -word.length - 1) : name;
}

function cleaned(word: string): string {
  return word.replace(/[^a-zA-Z0-9:]+/g, '_').replace(/^_+|_+$/g, '');
}

function notDigitFirst(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}

import type { MetricType } from '../../languages/promql/knowledge';
import type { Finding } from '../../text/finding';
import type { HostReading, HostSettings } from '../hosts/host';
import { NOTHING_HOSTED } from '../hosts/host';
import type { LabelWrite, MetricDefinition, WrittenName } from '../metrics/definition';
import type { ExpositionFormat, SampleEntry } from './entries';
import type { MetricFamily } from './families';
import { parseExposition } from './families';
import { strictFindings } from './strict';

/**
 * Whether a file is a page of samples: by its name, or because its first line that isn't empty tells the type of a
 * metric, or its help with a line of the same metric behind. (A heading of Markdown may begin with HELP too.)
 */
export function isExposition(path: string, text: string): boolean {
  if (/(?:\.(?:prom|metrics|openmetrics)|(?:^|[\\/])metrics\.txt)$/i.test(path)) return true;
  const start = text.slice(0, 2000);
  if (/^\s*# TYPE \S+ (?:counter|gauge|histogram|summary|untyped|unknown|info|stateset)(?:\n|$)/.test(start))
    return true;
  return /^\s*# HELP (\S+)[^\n]*\n(?:# (?:TYPE|UNIT) )?\1/.test(start);
}

/**
 * The metrics of a page of samples, the label values in it, and what makes Prometheus refuse it when it scrapes it (an
 * error), or other readers of the format (a warning).
 */
export function readExposition(text: string, { nameValidation }: HostSettings): HostReading {
  const { format, families, faults } = parseExposition(text);
  const errors = faults.map(({ code, message, span }): Finding => ({
    code,
    message,
    span,
    severity: 'error',
  }));
  if (nameValidation === 'legacy') errors.push(...families.flatMap(legacyFaults));
  const warnings = format === 'text' ? strictFindings(text, errors) : [];
  return {
    ...NOTHING_HOSTED,
    metrics: families.map((family) => definition(family, format)),
    writes: families.flatMap((family) => labelWrites(family, format)),
    findings: [...errors, ...warnings].sort((a, b) => a.span.from - b.span.from),
  };
}

const TYPES: Readonly<Record<string, MetricType>> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  gaugehistogram: 'histogram',
  summary: 'summary',
  info: 'info',
  stateset: 'gauge',
};

function definition(family: MetricFamily, format: ExpositionFormat): MetricDefinition {
  const { type = '', help, unit, nameSpan, span, bounds } = family;
  const suffix = storedSuffix(family, format);
  const bound = BOUNDS[type];
  const numbers = bounds.map(Number).filter((number) => Number.isFinite(number));
  // Without a sample there is nothing to know its labels from.
  const isSeen = family.samples.length > 0;
  const labels = family.labels.filter((name) => name !== bound).map((name) => ({ name }));
  return {
    name: family.name + suffix,
    type: TYPES[type] ?? 'unknown',
    ...(help && { help }),
    ...(unit && { unit }),
    ...(isSeen && { labels }),
    ...(isSeen && bound === 'le' && { buckets: numbers }),
    ...(isSeen && bound === 'quantile' && { quantiles: numbers }),
    library: 'exposition',
    nameSpan,
    span,
    ...(isSeen && { series: family.series }),
    written: writtenName(family, suffix),
  };
}

/** What OpenMetrics leaves out of the name of a family whose samples have it. */
function storedSuffix({ type }: MetricFamily, format: ExpositionFormat): string {
  if (format === 'text') return '';
  return type === 'counter' ? '_total' : type === 'info' ? '_info' : '';
}

/** The label that tells the series of one metric apart. */
const BOUNDS: Readonly<Record<string, string>> = {
  histogram: 'le',
  gaugehistogram: 'le',
  summary: 'quantile',
};

/** Absent where the page writes the name with escapes. */
function writtenName({ name, nameSpan }: MetricFamily, suffix: string): WrittenName | undefined {
  if (nameSpan.to - nameSpan.from !== name.length) return undefined;
  return { span: nameSpan, prefix: '', suffix };
}

function labelWrites(family: MetricFamily, format: ExpositionFormat): LabelWrite[] {
  const { name, type = '' } = family;
  const metric = name + storedSuffix(family, format);
  return family.samples.flatMap(({ labels, span }): LabelWrite[] => {
    const written = labels.filter((label) => label.name !== BOUNDS[type]);
    if (written.length === 0) return [];
    const all = written.map((label) => ({
      name: label.name,
      nameSpan: label.nameSpan,
      value: label.value,
      valueSpan: label.valueSpan,
    }));
    return [{ metric, labels: all, open: false, span }];
  });
}

/** Names that Prometheus refuses unless it takes any: https://prometheus.io/docs/concepts/data_model/ */
function legacyFaults({ samples }: MetricFamily): Finding[] {
  return samples.flatMap(({ name, nameSpan, labels }: SampleEntry) => {
    const names = [
      ...(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name) ? [] : [{ name, nameSpan }]),
      ...labels.filter((label) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label.name)),
    ];
    return names.map((wrong): Finding => ({
      code: 'metrics/exposition-name',
      severity: 'error',
      message: `${wrong.name} has characters that names can’t have where they are validated in the old way.`,
      span: wrong.nameSpan,
    }));
  });
}

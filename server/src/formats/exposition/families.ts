import type { Span } from '../../text/span';
import type { ExpositionFormat, FaultEntry, MetadataEntry, SampleEntry } from './entries';
import { ExpositionReader } from './reader';

/** How many of a family's samples are kept. */
const MOST_SAMPLES = 50;

/** A metric of a page: what its comments say of it, and its samples. */
export interface MetricFamily {
  /** As its `# TYPE` or its samples call it. */
  readonly name: string;
  /** Where the name stands first, in a comment if there is one. */
  readonly nameSpan: Span;
  /** From its first to its last line. */
  readonly span: Span;
  /** As written: `counter`; absent where no line says it. */
  readonly type?: string;
  readonly help?: string;
  readonly unit?: string;
  /** Names of all its samples, `requests_bucket`, and of all their labels. */
  readonly series: readonly string[];
  readonly labels: readonly string[];
  /** Values of `le` or `quantile`, as written. */
  readonly bounds: readonly string[];
  /** Only so many of them as examples need. */
  readonly samples: readonly SampleEntry[];
}

/** A page of samples. */
export interface Exposition {
  readonly format: ExpositionFormat;
  readonly families: readonly MetricFamily[];
  readonly faults: readonly FaultEntry[];
}

/** The format that a page is read in: one that has a line `# EOF` is meant to be OpenMetrics. */
export function expositionFormat(text: string): ExpositionFormat {
  return /^# EOF$/m.test(text) ? 'openmetrics' : 'text';
}

/** Reads a page of samples, what can't be read left out. */
export function parseExposition(text: string): Exposition {
  const format = expositionFormat(text);
  const collector = new Collector(format);
  const faults: FaultEntry[] = [];
  for (const entry of new ExpositionReader(text, format)) {
    if (entry.kind === 'fault') faults.push(entry);
    else if (entry.kind === 'sample') collector.sample(entry);
    else collector.metadata(entry);
  }
  return { format, families: [...collector.families.values()], faults };
}

/** What a family's samples may have behind its name, by its type. */
const SUFFIXES: Readonly<Record<ExpositionFormat, Readonly<Record<string, readonly string[]>>>> = {
  text: { histogram: ['_bucket', '_sum', '_count'], summary: ['_sum', '_count'] },
  openmetrics: {
    counter: ['_total', '_created'],
    histogram: ['_bucket', '_sum', '_count', '_created'],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    summary: ['_sum', '_count', '_created'],
    info: ['_info'],
  },
};

interface GrowingFamily extends MetricFamily {
  span: Span;
  type?: string;
  help?: string;
  unit?: string;
  readonly series: string[];
  readonly labels: string[];
  readonly bounds: string[];
  readonly samples: SampleEntry[];
  /** What is in the lists, to look it up. */
  readonly seen: Set<string>;
}

class Collector {
  readonly families = new Map<string, GrowingFamily>();
  private readonly ofSample = new Map<string, GrowingFamily>();

  constructor(private readonly format: ExpositionFormat) {}

  metadata({ kind, name, nameSpan, text, span }: MetadataEntry): void {
    const family = this.family(name, nameSpan, span);
    family[kind] ??= text;
    // What a sample belongs to depends on the types.
    if (kind === 'type') this.ofSample.clear();
  }

  sample(entry: SampleEntry): void {
    const { name, nameSpan, labels, span } = entry;
    const family = this.ofSample.get(name) ?? this.familyOf(name) ?? this.family(name, nameSpan, span);
    this.ofSample.set(name, family);
    family.span = { from: family.span.from, to: span.to };
    add(family, family.series, 'series', name);
    for (const { name: label, value } of labels) {
      const isBound = label === 'le' || label === 'quantile';
      if (isBound) add(family, family.bounds, label, value);
      add(family, family.labels, 'label', label);
    }
    if (family.samples.length < MOST_SAMPLES) family.samples.push(entry);
  }

  private family(name: string, nameSpan: Span, span: Span): GrowingFamily {
    const known = this.families.get(name);
    if (known) {
      known.span = { from: known.span.from, to: span.to };
      return known;
    }
    const family: GrowingFamily = {
      name,
      nameSpan,
      span,
      series: [],
      labels: [],
      bounds: [],
      samples: [],
      seen: new Set(),
    };
    this.families.set(name, family);
    return family;
  }

  /** The family that a type was given and whose samples may be called `name`. */
  private familyOf(name: string): GrowingFamily | undefined {
    const same = this.families.get(name);
    if (same) return same;
    const suffix = /_[a-z]+$/.exec(name)?.[0] ?? '';
    const family = this.families.get(name.slice(0, name.length - suffix.length));
    return SUFFIXES[this.format][family?.type ?? '']?.includes(suffix) ? family : undefined;
  }
}

/** Adds what isn't there yet. */
function add({ seen }: GrowingFamily, list: string[], kind: string, item: string): void {
  const key = `${kind} ${item}`;
  if (seen.has(key)) return;
  seen.add(key);
  list.push(item);
}

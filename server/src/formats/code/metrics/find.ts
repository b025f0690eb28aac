import type { CodeCall, CodeFile, CodeValue } from '../../../languages/code/tree';
import type { LabelWrite, MetricDefinition } from '../../metrics/definition';
import { LIBRARIES } from './libraries';
import type { MetricLibrary, Metrics } from './library';

/** The metrics that a program defines, and the labels that it sets, in document order. */
export interface FoundMetrics {
  readonly metrics: readonly MetricDefinition[];
  readonly writes: readonly LabelWrite[];
}

/** Finds the metrics of every library that is known. */
export function findMetrics(file: CodeFile): FoundMetrics {
  const libraries = LIBRARIES.filter(({ language }) => language === file.language);
  const known = new KnownMetrics(file, libraries);
  const called = file.calls.flatMap((call) => known.definedBy(call));
  const others = libraries.flatMap((library) => library.defineOthers?.(file) ?? []);
  const writes = file.calls.flatMap(
    (call) => firstOf(libraries, (library) => library.write?.(call, known)) ?? [],
  );
  return { metrics: [...called, ...others].sort((a, b) => a.span.from - b.span.from), writes };
}

class KnownMetrics implements Metrics {
  private readonly found = new Map<string, readonly MetricDefinition[]>();

  constructor(
    readonly file: CodeFile,
    private readonly libraries: readonly MetricLibrary[],
  ) {}

  definedBy(call: CodeCall): readonly MetricDefinition[] {
    const { from = '', span } = call;
    const key = `${span.from} ${span.to} ${from}`;
    const before = this.found.get(key);
    if (before) return before;
    const metrics =
      firstOf(this.libraries, (library) => {
        const defined = library.define?.(call, this.file);
        return defined?.length ? defined : undefined;
      }) ?? [];
    this.found.set(key, metrics);
    return metrics;
  }

  of(value: CodeValue): MetricDefinition | undefined {
    let metric = value;
    for (let depth = 0; metric.kind === 'call' && depth < LONGEST_CHAIN; depth++) {
      const [defined, more] = this.definedBy(metric);
      if (defined && !more && !defined.implied) return defined;
      const { callee } = metric;
      if (callee.kind !== 'member' || !this.libraries.some(({ children }) => children?.has(callee.name)))
        return undefined;
      metric = callee.object;
    }
    return undefined;
  }

  nameOf(value: CodeValue): string | undefined {
    return this.of(value)?.name ?? firstOf(this.libraries, (library) => library.nameOf?.(value, this.file));
  }
}

/** Of `counter.labels(…).labels(…)`. */
const LONGEST_CHAIN = 8;

function firstOf<T>(
  libraries: readonly MetricLibrary[],
  find: (library: MetricLibrary) => T | undefined,
): T | undefined {
  for (const library of libraries) {
    const found = find(library);
    if (found !== undefined) return found;
  }
  return undefined;
}

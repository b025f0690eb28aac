import { conventionsOf, type Conventions } from '../../formats/metrics/conventions';
import type { LabelWrite, MetricDefinition } from '../../formats/metrics/definition';
import type { Fix } from '../../text/finding';
import type { MetricsModel } from './check';

/** A definition that the program itself writes, with its library's conventions. */
export interface Definition {
  readonly metric: MetricDefinition;
  readonly conventions: Conventions;
}

/** The definitions that a library's user writes, without those that libraries bring. */
export function* definitions({ metrics }: MetricsModel): Generator<Definition> {
  for (const metric of metrics) {
    const conventions = metric.implied ? undefined : conventionsOf(metric.library);
    if (conventions) yield { metric, conventions };
  }
}

/** Those whose names reach Prometheus as they are written. */
export function* named(model: MetricsModel): Generator<Definition> {
  for (const definition of definitions(model)) {
    if (definition.conventions.names === 'written') yield definition;
  }
}

/** A definition whose labels are known, and have to be declared. */
export interface Declared extends Definition {
  readonly labels: readonly string[];
}

/** Gives the definitions that a write may be of; none where they aren't in the file, or not all of their labels are known. */
export function declaredFor(model: MetricsModel): (write: LabelWrite) => readonly Declared[] {
  const byName = new Map<string, Definition[]>();
  for (const definition of definitions(model)) {
    const { name } = definition.metric;
    byName.set(name, [...(byName.get(name) ?? []), definition]);
  }
  return ({ metric }) => {
    const all = metric === undefined ? [] : (byName.get(metric) ?? []);
    const known = all.flatMap(declared);
    return known.length === all.length ? known : [];
  };
}

function declared(definition: Definition): Declared[] {
  const { metric, conventions } = definition;
  if (!metric.labels || conventions.labels === 'any') return [];
  return [{ ...definition, labels: metric.labels.filter(({ fixed }) => !fixed).map(({ name }) => name) }];
}

/** Writes another name where the text says the name; none where it is computed, or changed on the way to Prometheus. */
export function renamed({ written }: MetricDefinition, newName: string): Fix[] {
  if (!written || written.from !== undefined) return [];
  const { prefix, suffix, span } = written;
  const fits =
    newName.startsWith(prefix) && newName.endsWith(suffix) && newName.length > prefix.length + suffix.length;
  if (!fits) return [];
  const newText = newName.slice(prefix.length, newName.length - suffix.length);
  return [{ title: `Write ${newText}`, edits: [{ span, newText }] }];
}

import type { CodeFile } from '../../../languages/code/tree';
import type { LabelWrite, MetricDefinition } from '../../metrics/definition';
import { findMetrics, type FoundMetrics } from './find';

/** For tests: what a file with a text holds. */
export type Reads = (text: string) => CodeFile;

/** For tests: a text in which `«…»` marks something, read; with the marked stretches. */
export function found(
  read: Reads,
  marked: string,
): FoundMetrics & { readonly text: string; readonly marked: string[] } {
  const text = marked.replaceAll(/[«»]/g, '');
  const stretches = Array.from(marked.matchAll(/«([^»]*)»/g), ([, stretch = '']) => stretch);
  return { ...findMetrics(read(text)), text, marked: stretches };
}

/** For tests: `jobs_total counter{queue} "Help."`, `?` for labels that are not known. */
export function shown({ name, type, labels, help }: MetricDefinition): string {
  const names = labels ? labels.map((label) => label.name).join(',') : '?';
  return `${name} ${type}{${names}}${help === undefined ? '' : ` "${help}"`}`;
}

/** For tests: `jobs_total{queue="mail",kind=kind,…} 2`, with the count of values that have no names. */
export function shownWrite({ metric, labels, open, valueCount }: LabelWrite): string {
  const parts = labels.map(({ name, value, expression }) =>
    value === undefined ? `${name}=${expression ?? ''}` : `${name}="${value}"`,
  );
  const count = valueCount === undefined ? '' : ` ${valueCount}`;
  return `${metric ?? '?'}{${[...parts, ...(open ? ['…'] : [])].join(',')}}${count}`;
}

/** For tests: how the name of a definition is written, `prefix[text]suffix`. */
export function shownName({ written }: MetricDefinition, text: string): string | undefined {
  return written && `${written.prefix}[${text.slice(written.span.from, written.span.to)}]${written.suffix}`;
}

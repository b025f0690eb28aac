import type { Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import { closest } from '../../text/similar';
import type { MetricModel } from './check';

/** So many names are compared with all that are known; a document with more has other cares. */
const MOST = 200;
/** What was found for each model, whose names don't change. */
const found = new WeakMap<MetricModel, Map<string, string | undefined>>();

/**
 * The one of a model's names that a misspelt one was most likely meant to be; looked for once for each name.
 * @param candidates gives all names
 */
export function nearestIn(
  model: MetricModel,
  name: string,
  candidates: () => Iterable<string>,
): string | undefined {
  let known = found.get(model);
  if (!known) found.set(model, (known = new Map<string, string | undefined>()));
  if (!known.has(name) && known.size < MOST) known.set(name, nearest(name, candidates()));
  return known.get(name);
}

/** The candidate nearest to a name, if it can have been meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return closest(name, candidates, Math.min(3, Math.floor(name.length / 4)));
}

/** The fixes that put the name nearest to a misspelt one in its place; absent where none is near. */
export function replaceBy(near: string | undefined, name: string, span: Span): readonly Fix[] | undefined {
  // A name that is written with escapes stays as it is.
  if (near === undefined || span.to - span.from !== name.length) return undefined;
  return [{ title: `Replace by ${near}`, edits: [{ span, newText: near }], preferred: true }];
}

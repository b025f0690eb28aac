import { matches } from '../../../languages/matchers/regex';
import type { Matcher } from '../../../languages/matchers/ast';
import type { MatcherModel } from '../model';

/** Undefined: it depends on what isn't known. */
export type Truth = boolean | undefined;

/** The value of a label, empty where the alert lacks it; undefined where it isn't known. */
export type LabelLookup = (name: string) => string | undefined;

export function lookupIn(labels: ReadonlyMap<string, string>): LabelLookup {
  return (name) => labels.get(name) ?? '';
}

/**
 * Whether labels fulfil all matchers (Matchers.Matches in pkg/labels/matcher.go).
 * @param isOpen there are more matchers, which aren't known
 */
export function matchesAll(matchers: readonly MatcherModel[], isOpen: boolean, labels: LabelLookup): Truth {
  let all: Truth = isOpen ? undefined : true;
  for (const { matcher } of matchers) {
    const one = matchesOne(matcher, labels(matcher.name));
    if (one === false) return false;
    if (one === undefined) all = undefined;
  }
  return all;
}

function matchesOne(matcher: Matcher, value: string | undefined): Truth {
  if (value !== undefined) return matches(matcher, value);
  // Fulfilled, or not, by every value.
  if (matcher.value !== '.*') return undefined;
  if (matcher.operator === '=~') return true;
  return matcher.operator === '!~' ? false : undefined;
}

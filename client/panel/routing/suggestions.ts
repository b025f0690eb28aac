import type { RouteNode } from '../../../server/src/protocol';

const MATCHER = /^\s*"?([^"=!~\s]+)"?\s*(=~|=)\s*"?([^"]*)"?\s*$/;
/** A regular expression that only lists words. */
const WORDS = /^[\w.-]+(?:\|[\w.-]+)*$/;

/** Labels that the routes ask for, each with the values that its matchers name. */
export function labelsOfRoutes(roots: readonly RouteNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = ({ matchers, children }: RouteNode): void => {
    for (const matcher of matchers) {
      const [, name, operator, value] = MATCHER.exec(matcher) ?? [];
      if (name === undefined || value === undefined) continue;
      const values = found.get(name) ?? new Set();
      found.set(name, values);
      if (operator === '=' && value !== '') values.add(value);
      if (operator === '=~' && WORDS.test(value)) for (const word of value.split('|')) values.add(word);
    }
    children.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

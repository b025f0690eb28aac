import type { MatcherModel } from '../../formats/alertmanager/model';
import type { Matcher } from '../../languages/matchers/ast';
import { matches, plainAlternatives } from '../../languages/matchers/regex';

/** True where every alert that fulfils all of `given` fulfils `matcher`, too. False where that can't be told. */
export function isImplied(matcher: Matcher, given: readonly MatcherModel[]): boolean {
  if (alwaysMatches(matcher)) return true;
  return given.some(({ matcher: other }) => other.name === matcher.name && impliesOne(other, matcher));
}

/** True where every alert that fulfils all of `given` fulfils all of `matchers`. */
export function areImplied(matchers: readonly MatcherModel[], given: readonly MatcherModel[]): boolean {
  return matchers.every(({ matcher }) => isImplied(matcher, given));
}

/** Two matchers that no alert fulfils both, the earlier one first. */
export function contradiction(
  matchers: readonly MatcherModel[],
): readonly [MatcherModel, MatcherModel] | undefined {
  for (const [index, one] of matchers.entries()) {
    const values = valuesOf(one.matcher);
    if (!values) continue;
    const other = matchers.find(
      ({ matcher }, at) =>
        at !== index && matcher.name === one.matcher.name && !values.some((v) => matches(matcher, v)),
    );
    if (other) return matchers.indexOf(other) < index ? [other, one] : [one, other];
  }
  return undefined;
}

/** True for a matcher that every value fulfils, an absent label included. */
export function alwaysMatches({ operator, value }: Matcher): boolean {
  return operator === '=~' && value === '.*';
}

function impliesOne(given: Matcher, matcher: Matcher): boolean {
  if (given.operator === matcher.operator && given.value === matcher.value) return true;
  const values = valuesOf(given);
  if (values) return values.every((value) => matches(matcher, value));
  const isNotEmpty = matcher.operator === '!=' && matcher.value === '';
  return isNotEmpty && !matches(given, '');
}

/** All values that fulfil a matcher, where they can be listed. */
function valuesOf({ operator, value }: Matcher): readonly string[] | undefined {
  if (operator === '=') return [value];
  const alternatives = operator === '=~' ? plainAlternatives(value) : undefined;
  return alternatives && [...alternatives];
}

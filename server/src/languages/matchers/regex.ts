import { RE2JS } from 're2js';
import { checkRegex } from '../promql/regex';
import type { Matcher } from './ast';

type Test = (value: string) => boolean;

const MOST_KNOWN = 2000;
const known = new Map<string, Test>();

/**
 * Why Alertmanager refuses a pattern of `=~` or `!~`; undefined if it takes it. It compiles `^(?:…)$` with Go's regexp
 * (pkg/labels/matcher.go), so that `a)(b` passes, which Prometheus refuses.
 */
export function regexFault(pattern: string): string | undefined {
  const { error } = checkRegex(pattern);
  return error === undefined || compile(pattern) ? undefined : error;
}

/**
 * Whether a label's value, empty where the label is absent, fulfils a matcher (pkg/labels/matcher.go). Time is linear
 * in the value, whatever the pattern; unlike Prometheus' a dot matches no line break. A pattern that can't be compiled
 * matches nothing.
 */
export function matches(
  { operator, value: wanted }: Pick<Matcher, 'operator' | 'value'>,
  value: string,
): boolean {
  switch (operator) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '=~':
      return testOf(wanted)(value);
    case '!~':
      return !testOf(wanted)(value);
  }
}

function testOf(pattern: string): Test {
  let test = known.get(pattern);
  if (!test) {
    const alternatives = plainAlternatives(pattern);
    test = alternatives ? (value) => alternatives.has(value) : (compile(pattern) ?? (() => false));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(pattern, test);
  }
  return test;
}

/** The texts that a pattern such as `db|web` stands for; undefined where it takes more to match it. */
export function plainAlternatives(pattern: string): ReadonlySet<string> | undefined {
  return /[\\()[\]{}?*+^$.]/.test(pattern) ? undefined : new Set(pattern.split('|'));
}

function compile(pattern: string): Test | undefined {
  try {
    const regex = RE2JS.compile(`^(?:${pattern})$`);
    return (value) => regex.test(value);
  } catch {
    return undefined;
  }
}

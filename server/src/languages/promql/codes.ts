import type { CodePage } from '../../text/code-page';

/** What Prometheus' parser refuses, by the code of the fault; the pages in docs/checks are made from these. */
export const promqlCodes = {
  'promql/empty': {
    title: 'No expression',
    explanation: 'Nothing but blanks and comments is written where a PromQL expression is due.',
  },
  'promql/syntax': {
    title: 'Unexpected word or sign',
    explanation:
      'The expression can’t go on like this. The message names what was read and what could stand there. Common ' +
      'causes are a missing operator between two metrics, a missing parenthesis, `by (…)` after something that is ' +
      'no aggregation, and `=` where `==` is meant.',
  },
  'promql/unclosed': {
    title: 'Bracket or string not closed',
    explanation:
      'A parenthesis, a brace, a square bracket or a string is still open at the end of the expression. Strings in ' +
      'double or single quotes end on the line where they begin; those in back quotes may be longer.',
  },
  'promql/character': {
    title: 'Unexpected character',
    explanation:
      'A character that PromQL has no use for at this place. Names with other characters than letters, digits, ' +
      'underscores and colons are written in quotes inside braces: `{"my.metric", "my-label"="x"}`. `$__rate_interval` ' +
      'and other variables belong to Grafana, which replaces them before Prometheus sees the expression.',
  },
  'promql/string-escape': {
    title: 'Wrong escape in a string',
    explanation:
      'In double and single quotes a backslash begins an escape, as in Go: `\\n`, `\\t`, `\\\\`, `\\x41`, `\\u00e9` and ' +
      'a few more. A backslash of a regular expression is therefore written twice, `"\\\\d+"`, or the string is ' +
      'put in back quotes, which know no escapes.',
  },
  'promql/number': {
    title: 'Wrong number',
    explanation:
      'Numbers are written like `5`, `0.5`, `1e6`, `0x1F`, `1_000`, `Inf` and `NaN`; a number may also be a duration ' +
      'such as `5m`, which stands for its seconds.',
  },
  'promql/duration': {
    title: 'Wrong duration',
    explanation:
      'Durations are whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s` and `ms`, each at most once and from ' +
      'the biggest to the smallest, such as `1h30m`. Ranges and steps are greater than 0, and none is longer than 292 years.',
  },
  'promql/unknown-function': {
    title: 'Unknown function',
    explanation:
      'Prometheus has no function of this name, or not in the target version. Names of functions are in lower case.',
  },
  'promql/not-enabled': {
    title: 'Experimental feature that isn’t enabled',
    explanation:
      'Some functions and modifiers are experimental: Prometheus refuses them unless it is started with the feature ' +
      'flag that the message names. Put the flag into the setting `alertwright.prometheus.enableFeatures` if yours is.',
  },
  'promql/too-new': {
    title: 'Newer than the target version',
    explanation:
      'The syntax exists in newer versions of Prometheus than the setting `alertwright.prometheus.targetVersion` names.',
  },
  'promql/argument-count': {
    title: 'Wrong number of arguments',
    explanation: 'A function or an aggregation has more or fewer arguments than it takes.',
  },
  'promql/argument-type': {
    title: 'Wrong type of argument',
    explanation:
      'A function or an aggregation got a value of another type than it takes. Most often a range is missing, ' +
      '`rate(x[5m])`, or a range vector stands where an instant vector is due: apply a function such as `rate` or ' +
      '`max_over_time` to it first.',
  },
  'promql/aggregation': {
    title: 'Incomplete aggregation',
    explanation:
      'An aggregation is the operator with its arguments in parentheses, and `by (…)` or `without (…)` before or ' +
      'after them: `sum by (job) (x)`.',
  },
  'promql/label-name': {
    title: 'Wrong label name',
    explanation: 'A label’s name has at least one character, and those in quotes are UTF-8.',
  },
  'promql/regex': {
    title: 'Wrong regular expression',
    explanation:
      'The pattern of `=~` or `!~` is no regular expression of RE2, the engine that Prometheus uses. RE2 has neither ' +
      'look-ahead nor back references, and repeats at most 1000 times. The pattern is always matched against the whole value.',
  },
  'promql/empty-matcher': {
    title: 'Selector that matches everything',
    explanation:
      'Without a metric name, at least one matcher has to refuse the empty value; otherwise the selector would read ' +
      'every series there is. `{job=~".+"}` will do, `{job=~".*"}` won’t.',
  },
  'promql/name-twice': {
    title: 'Metric name set twice',
    explanation:
      'The metric’s name stands in front of the braces and inside them as well, in quotes or as `__name__`.',
  },
  'promql/modifier': {
    title: 'Misplaced modifier',
    explanation:
      '`offset`, `@`, `anchored` and `smoothed` follow a selector, with or without its range; the former two also a ' +
      'subquery. Each may be set once. After a function’s result they don’t work: write `rate(x[5m] offset 1h)`, not ' +
      '`rate(x[5m]) offset 1h`.',
  },
  'promql/timestamp': {
    title: 'Time stamp out of bounds',
    explanation: 'After `@` a finite number of seconds since 1970 is due, or `start()` or `end()`.',
  },
  'promql/range': {
    title: 'Misplaced range',
    explanation:
      'A range such as `[5m]` follows a selector directly, before `offset` and `@`. Over the result of anything else ' +
      'a subquery is needed, with a colon: `rate(x[5m])[1h:]`.',
  },
  'promql/operand-type': {
    title: 'Operator on the wrong type',
    explanation:
      'Operators work on scalars and instant vectors, not on strings and range vectors, subqueries on instant vectors only.',
  },
  'promql/bool': {
    title: 'Wrong use of bool',
    explanation:
      'A comparison of two scalars needs `bool`, since there is no series to filter: `1 < bool 2`. Operators that ' +
      'compare nothing can’t have it.',
  },
  'promql/vector-matching': {
    title: 'Wrong vector matching',
    explanation:
      '`on`, `ignoring`, `group_left`, `group_right` and `fill` match the series of two instant vectors. With scalars ' +
      'there is nothing to match; `and`, `or` and `unless` match many to many and can’t be grouped or filled; a label ' +
      'can’t be in both `on` and the group’s list.',
  },
  'promql/set-operator': {
    title: 'Set operator on a scalar',
    explanation:
      '`and`, `or` and `unless` work on series, so that both operands are instant vectors. `vector(1)` makes one of a number.',
  },
} as const satisfies Readonly<Record<string, CodePage>>;

export type PromqlCode = keyof typeof promqlCodes;

import type { CodePage } from '../../text/code-page';

/** The findings about matchers, from which the pages in docs/checks are made. */
export const matcherCodes = {
  'matchers/syntax': {
    title: 'Malformed matcher',
    explanation:
      'A matcher is a label name, one of `=`, `!=`, `=~`, `!~` and a value: `severity="critical"`. Several are ' +
      'separated by commas, and braces around them are optional: `{severity="critical", team=~"db|web"}`. Names and ' +
      'values with blanks, commas, braces, quotes, backslashes or operators stand in double quotes.',
  },
  'matchers/unclosed': {
    title: 'Quote or brace not closed',
    explanation: 'Each double quote and each brace of a matcher needs its counterpart in the same item.',
  },
  'matchers/escape': {
    title: 'Wrong escape in a matcher',
    explanation:
      'In double quotes a backslash begins an escape, as in Go: `\\n`, `\\"`, `\\\\`, `\\u00e9`. A backslash of a ' +
      'regular expression is therefore written twice: `path=~"/api/v\\\\d+"`. In a double-quoted YAML string each of ' +
      'these is doubled once more, so such matchers are best written in single quotes.',
  },
  'matchers/regex': {
    title: 'Invalid regular expression in a matcher',
    explanation:
      'The value of `=~` and `!~` is a regular expression in RE2 syntax, which has to match the whole value of the ' +
      'label. RE2 has no look-around and no back references.',
  },
  'matchers/classic-only': {
    title: 'Matcher that only the classic parser reads',
    explanation:
      'Alertmanager 0.27 got a new parser for matchers, and by default falls back to the old one when the new one ' +
      'refuses. It logs a warning then, and will refuse the matcher once UTF-8 strict mode is the default. Often the ' +
      'old parser also reads something that wasn’t meant, for instance single quotes as part of the value.',
  },
  'matchers/disagreement': {
    title: 'Matcher that the two parsers read differently',
    explanation:
      'Alertmanager’s classic and UTF-8 parsers both accept the matcher but read different values. It uses the ' +
      'classic reading by default and will use the other one in UTF-8 strict mode. The cause is an escape such as ' +
      '`\\t` or `\\u00e9`, which only the UTF-8 parser knows; in the classic one it is a backslash and a letter.',
  },
} satisfies Record<string, CodePage>;

export type MatcherCode = keyof typeof matcherCodes;

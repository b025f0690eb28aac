import type { CodePage } from '../../text/code-page';
import type { DecodeCode } from './decode';
import type { SyntaxCode } from './faults';

/** The findings about YAML itself, from which the pages in docs/checks are made. */
export const yamlCodes = {
  'yaml/alias': {
    title: 'Malformed alias',
    explanation: 'An alias is a `*` and the name of an anchor, without anything in between: `*defaults`.',
  },
  'yaml/anchor': {
    title: 'Malformed anchor',
    explanation:
      'An anchor is a `&` and a name of letters, digits, `_` and `-`, followed by a space: `&defaults`. A node can have one anchor.',
  },
  'yaml/bad-escape': {
    title: 'Unknown escape',
    explanation:
      'Double-quoted text knows `\\n`, `\\t`, `\\"`, `\\\\`, `\\x41`, `\\u0041` and a few more. `\\/` and surrogate pairs, which JSON has, are refused by Prometheus. A backslash of a regular expression has to be doubled there; in single quotes or a block scalar (`|`) it stands for itself.',
  },
  'yaml/bad-indentation': {
    title: 'Wrong indentation',
    explanation:
      'The keys of one mapping, and the dashes of one list, stand in the same column. A line that starts in between belongs to nothing.',
  },
  'yaml/bad-merge': {
    title: 'Merge of something that is no mapping',
    explanation: '`<<` takes a mapping, an alias of one, or a list of these.',
  },
  'yaml/bad-tagged-value': {
    title: 'Value does not fit its tag',
    explanation: 'A tag such as `!!int` or `!!float` demands a value that can be read so.',
  },
  'yaml/block-scalar-header': {
    title: 'Malformed block scalar',
    explanation:
      'Behind `|` or `>` may stand one digit (how far the text is indented) and one of `+` and `-` (what becomes of the last line breaks), then a comment; the text starts on the next line.',
  },
  'yaml/control-character': {
    title: 'Control character',
    explanation:
      'YAML text has no control characters but tab and line breaks. One of them usually comes from a copy out of a terminal or a word processor; delete it.',
  },
  'yaml/directive': {
    title: 'Refused directive',
    explanation:
      'Prometheus reads `%YAML 1.1` and `%TAG` only, each at most once and followed by `---`. Leave directives out.',
  },
  'yaml/duplicate-key': {
    title: 'Key written twice',
    explanation: 'A mapping has each key once. Prometheus refuses a second one instead of choosing.',
  },
  'yaml/excessive-aliases': {
    title: 'Too many aliases',
    explanation:
      'Aliases that repeat aliases make a small file enormous. Prometheus gives up when nearly everything that it decodes comes from aliases.',
  },
  'yaml/mapping-key-not-allowed': {
    title: 'Explicit key in the wrong place',
    explanation: 'A `?` that starts a key has to stand where a key may stand. Write `key: value` instead.',
  },
  'yaml/mapping-value-not-allowed': {
    title: 'Colon in the wrong place',
    explanation:
      'A `: ` inside of text without quotes is read as a key and its value, which can’t stand in the middle of a line. Put the text in quotes. Often the line above is to blame: its quote is missing, or this line is indented too far.',
  },
  'yaml/missing-colon': {
    title: 'Key without a colon',
    explanation: 'A line between the keys of a mapping has to be a key, a colon and a value.',
  },
  'yaml/missing-comma': {
    title: 'Missing comma',
    explanation: 'Entries between `[` and `]` or `{` and `}` are separated by commas.',
  },
  'yaml/self-alias': {
    title: 'Alias inside of what it repeats',
    explanation: 'An alias can’t stand inside of the list or mapping that it refers to.',
  },
  'yaml/sequence-entry-not-allowed': {
    title: 'Dash in the wrong place',
    explanation:
      'A `- ` that starts an item of a list has to stand on a line of its own, or directly behind another dash.',
  },
  'yaml/tab-indentation': {
    title: 'Tab where spaces are due',
    explanation: 'YAML is indented by spaces only.',
  },
  'yaml/tag': {
    title: 'Malformed tag',
    explanation: 'A tag is `!`, `!!name`, `!name` or `!<uri>`, followed by a space. Rule files need none.',
  },
  'yaml/too-deep': {
    title: 'Nested too deep',
    explanation: 'Prometheus gives up on YAML that is nested more than 10,000 levels deep.',
  },
  'yaml/unclosed-flow': {
    title: 'Bracket that is not closed',
    explanation:
      'A `[` or `{` that starts a value needs its `]` or `}`. To start text with one, put the text in quotes.',
  },
  'yaml/unclosed-quote': {
    title: 'Quote that is not closed',
    explanation:
      "Text that starts with a quote ends with the same quote. Inside of single quotes a quote is doubled (`''`), inside of double quotes it is escaped (`\\\"`).",
  },
  'yaml/unexpected-character': {
    title: 'Text can’t start like this',
    explanation:
      'Text without quotes can’t start with `@`, a backtick, `%` or one of YAML’s other signs. Put it in quotes.',
  },
  'yaml/unexpected-content': {
    title: 'More behind the end',
    explanation: 'Something follows where the document or a quoted text has ended already.',
  },
  'yaml/unknown-alias': {
    title: 'Alias without an anchor',
    explanation: 'An alias `*name` repeats what an anchor `&name` earlier in the same document marks.',
  },
  'yaml/wrong-type': {
    title: 'Value of a wrong kind',
    explanation: 'A mapping, a list or a plain value stands where another of these is due.',
  },
} as const satisfies Record<SyntaxCode | DecodeCode, CodePage>;

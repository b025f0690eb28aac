import type { CodePage } from '../../text/code-page';

/** The findings about Go templates, from which the pages in docs/checks are made. */
export const templateCodes = {
  'template/argument-count': {
    title: 'Wrong number of arguments',
    explanation:
      'A function is given more or fewer arguments than it takes; a value that comes through `|` is its last one. Prometheus only parses templates when it loads them, so this fails when the alert fires: the annotation then holds an error instead of its text.',
  },
  'template/argument-type': {
    title: 'Argument of the wrong type',
    explanation:
      'A function is given a value that it can’t take, for instance a number where it wants text. `$value` is a number and labels are text. This fails when the alert fires.',
  },
  'template/bad-character': {
    title: 'Character that no action has',
    explanation: 'An action consists of words, numbers, quoted text, `|`, parentheses, `,`, `=` and `:=`.',
  },
  'template/bad-number': {
    title: 'Malformed number',
    explanation: 'Numbers are written as in Go: `5`, `0.5`, `1e3`, `0x1F`, `1_000`.',
  },
  'template/bad-string': {
    title: 'Malformed text',
    explanation:
      'Double-quoted text has Go’s escapes (`\\n`, `\\"`, `\\\\`, `\\u00e9`); text in backticks has none.',
  },
  'template/comparison': {
    title: 'Values that can’t be compared',
    explanation:
      'Go’s templates compare values of the same basic type only: `gt $value 10` fails, because `$value` is a float and `10` an integer; `gt $value 10.0` works. This fails when the alert fires.',
  },
  'template/field-of-literal': {
    title: 'Field of a number, text or nil',
    explanation: 'Only the data (`.`), variables and parenthesised pipelines have fields.',
  },
  'template/misplaced-comment': {
    title: 'Comment that does not touch the braces',
    explanation:
      'A comment is `{{/* … */}}` or `{{- /* … */ -}}`, without other spaces and without anything beside it.',
  },
  'template/missing-value': {
    title: 'Action without a value',
    explanation: 'Something has to stand between the braces or behind `if`, `range`, `with`, `template`.',
  },
  'template/nested-define': {
    title: 'Define inside of another block',
    explanation: '`{{ define }}` stands at the top level of a template only.',
  },
  'template/not-a-function': {
    title: 'Arguments for something that is no function',
    explanation:
      'Only functions take arguments, or the value in front of `|`. This fails when the alert fires.',
  },
  'template/not-executable': {
    title: 'Not a function behind `|`',
    explanation:
      'What stands behind `|` takes the value in front of it, so it has to be a function, a field or a method.',
  },
  'template/not-iterable': {
    title: 'Range over something without elements',
    explanation:
      '`range` goes over lists and maps, for instance the samples of `query` or `$labels`; not over text or a float. This fails when the alert fires.',
  },
  'template/outside-range': {
    title: 'Break or continue outside of range',
    explanation: '`{{ break }}` and `{{ continue }}` only make sense inside of `{{ range }}`.',
  },
  'template/printf': {
    title: 'Format that does not fit its values',
    explanation:
      'The verbs of a format and the values behind it don’t match in number or type, so that the text has parts like `%!d(float64=3)`. `$value` is a float and wants `%.0f` or `%.2f`; labels and humanized numbers are text and want `%s`; a percent sign is written `%%`.',
  },
  'template/redefined': {
    title: 'Template defined twice',
    explanation: 'Two `{{ define }}` of one text have the same name.',
  },
  'template/too-deep': {
    title: 'Nested too deep',
    explanation: 'Parentheses are nested deeper than Go’s parser allows.',
  },
  'template/too-many-declarations': {
    title: 'Too many variables',
    explanation: '`range` declares at most two variables, everything else one.',
  },
  'template/trim-marker': {
    title: 'Trim marker without a space',
    explanation: '`{{-` and `-}}` need a space between the dash and the rest: `{{- $value -}}`.',
  },
  'template/unclosed-action': {
    title: 'Braces that are not closed',
    explanation: 'An action starts with `{{` and ends with `}}`.',
  },
  'template/unclosed-block': {
    title: 'Block without an end',
    explanation: 'Each `if`, `range`, `with`, `define` and `block` needs its `{{ end }}`.',
  },
  'template/unclosed-comment': {
    title: 'Comment that is not closed',
    explanation: 'A comment ends with `*/}}`.',
  },
  'template/unclosed-parenthesis': {
    title: 'Parenthesis that is not closed',
    explanation: 'Each `(` in an action needs its `)`.',
  },
  'template/undefined-template': {
    title: 'Template that is not defined',
    explanation:
      '`{{ template }}` names a template that isn’t defined. The templates of rules find only those of the same text; those of Alertmanager also its defaults and those of the `.tmpl` files. This fails when the alert fires, or when the notification is sent.',
  },
  'template/undefined-variable': {
    title: 'Unknown variable',
    explanation:
      'Prometheus’ rules know `$labels`, `$value`, `$externalLabels` and `$externalURL`, Alertmanager’s templates none; others have to be declared by `:=` in a block around the place.',
  },
  'template/unexpected-else': {
    title: 'Else in the wrong place',
    explanation:
      '`{{ else }}` belongs to an `if`, `range` or `with`, and nothing but `{{ end }}` follows the last one.',
  },
  'template/unexpected-end': {
    title: 'End without a block',
    explanation: '`{{ end }}` closes an `if`, `range`, `with`, `define` or `block`; here none is open.',
  },
  'template/unexpected-parenthesis': {
    title: 'Parenthesis that nothing opens',
    explanation: 'A `)` stands without its `(`.',
  },
  'template/unexpected-token': {
    title: 'Something that can’t stand here',
    explanation: 'Go’s parser expected something else at this place.',
  },
  'template/unknown-field': {
    title: 'Unknown field',
    explanation:
      'A value has no field of that name: in a rule, the data has `.Labels`, `.Value`, `.ExternalLabels` and `.ExternalURL`, a sample of `query` has `.Labels` and `.Value`; in a notification, the data has `.Alerts`, `.CommonLabels` and others, and each alert its `.Labels` and `.Annotations`; text has no fields. This fails when the alert fires, or when the notification is sent.',
  },
  'template/unknown-function': {
    title: 'Unknown function',
    explanation:
      'Prometheus’ and Alertmanager’s templates have Go’s own functions and those of their template references, which differ. Helm’s and Sprig’s functions are not among them.',
  },
  'template/unset-variable': {
    title: 'Variable without a value',
    explanation:
      'The variable is declared somewhere in the text, but not on the way that leads here, for instance in another branch of an `if`. This fails when the alert fires.',
  },
  'template/unused-template': {
    title: 'Template that nothing uses',
    explanation:
      'A `.tmpl` file defines a template that no other template and no Alertmanager configuration of the workspace calls.',
  },
  'template/unterminated-string': {
    title: 'Text that is not closed',
    explanation:
      'Text in an action ends with the quote that it starts with, on the same line unless it is in backticks.',
  },
} satisfies Record<string, CodePage>;

export type TemplateCode = keyof typeof templateCodes;

import type { TemplateFunction } from './function-info';
import type { TemplateParameter, TemplateType } from './types';

const LINK = 'https://pkg.go.dev/text/template#hdr-Functions';

const value: TemplateParameter = { name: 'value', type: 'any', doc: 'Any value.' };
const values: TemplateParameter = { name: 'value', type: 'any', doc: 'Any values.' };

function comparison(name: string, sign: string, words: string): TemplateFunction {
  return {
    name,
    parameters: [
      { name: 'a', type: 'any', doc: 'A string, a number or a boolean.' },
      { name: 'b', type: 'any', doc: 'A value of the same type.' },
    ],
    variadic: false,
    returns: 'bool',
    summary: `True if a ${sign} b: ${words}.`,
    details:
      'Both sides must be of the same basic type: a whole number such as `5` is an integer and cannot be ' +
      'compared with a float. Write `5.0` beside `$value`.',
    example: `{{ if ${name} $value 5.0 }}…{{ end }}`,
    link: LINK,
  };
}

function printing(name: string, summary: string, example: string): TemplateFunction {
  return { name, parameters: [values], variadic: true, returns: 'string', summary, example, link: LINK };
}

function logic(
  name: string,
  returns: TemplateType,
  variadic: boolean,
  summary: string,
  example: string,
): TemplateFunction {
  return {
    name,
    parameters: variadic ? [value, values] : [value],
    variadic,
    returns,
    summary,
    example,
    link: LINK,
  };
}

/** The functions of Go's text/template itself, which every template has. */
export const goFunctions: readonly TemplateFunction[] = [
  logic(
    'and',
    'any',
    true,
    'The first of its values that is empty (false, 0, nil, an empty string or collection), otherwise the last. ' +
      'What follows the first empty one is not evaluated.',
    '{{ if and $labels.namespace $labels.pod }}…{{ end }}',
  ),
  logic(
    'or',
    'any',
    true,
    'The first of its values that is not empty, otherwise the last. What follows it is not evaluated.',
    '{{ or $labels.cluster "default" }}',
  ),
  logic(
    'not',
    'bool',
    false,
    'True if the value is empty: false, 0, nil, an empty string or collection.',
    '{{ if not $labels.pod }}…{{ end }}',
  ),
  {
    ...comparison('eq', '=', 'the two are equal'),
    parameters: [
      { name: 'a', type: 'any', doc: 'A string, a number or a boolean.' },
      { name: 'b', type: 'any', doc: 'A value of the same type.' },
      { name: 'more', type: 'any', doc: 'Further values: true if a equals any of them.' },
    ],
    variadic: true,
    summary: 'True if a equals b, or any of the values after it.',
    example: '{{ if eq $labels.severity "critical" "page" }}…{{ end }}',
  },
  {
    ...comparison('ne', '≠', 'the two differ'),
    example: '{{ if ne $labels.env "prod" }}…{{ end }}',
  },
  comparison('lt', '<', 'a is less than b'),
  comparison('le', '≤', 'a is less than b or equal to it'),
  comparison('gt', '>', 'a is greater than b'),
  comparison('ge', '≥', 'a is greater than b or equal to it'),
  {
    name: 'index',
    parameters: [
      { name: 'collection', type: 'any', doc: 'A map or a list.' },
      { name: 'key', type: 'any', doc: 'A key of the map or a position in the list; one for each level.' },
    ],
    variadic: true,
    returns: 'any',
    summary: 'The element of a map or list at a key or position.',
    details: 'The way to labels whose names are no identifiers.',
    example: '{{ index $labels "service.name" }}',
    link: LINK,
  },
  {
    name: 'slice',
    parameters: [
      { name: 'text', type: 'sequence', doc: 'A string or a list.' },
      { name: 'from', type: 'int', doc: 'Where to begin, then where to end; counted in bytes from 0.' },
    ],
    variadic: true,
    returns: 'any',
    summary: 'A part of a string or list. Fails if it is shorter than the positions ask for.',
    example: '{{ slice $labels.commit 0 7 }}',
    link: LINK,
  },
  {
    name: 'len',
    parameters: [{ name: 'collection', type: 'collection', doc: 'A string, a list or a map.' }],
    variadic: false,
    returns: 'int',
    summary: 'The number of bytes of a string, or of elements of a list or map.',
    example: '{{ len (query "up == 0") }}',
    link: LINK,
  },
  {
    name: 'printf',
    parameters: [
      {
        name: 'format',
        type: 'string',
        doc: "A format in the manner of Go's fmt package: `%s`, `%d`, `%.2f`, `%v`.",
      },
      { name: 'value', type: 'any', doc: 'One value for each verb of the format.' },
    ],
    variadic: true,
    returns: 'string',
    summary:
      'Text made by a format. `%.2f` is for numbers with two decimals, `%s` for strings, `%%` for a percent sign.',
    details: '`$value` is a float: `%d` does not fit it, `%.0f` does.',
    example: '{{ printf "%.2f" $value }}',
    link: 'https://pkg.go.dev/fmt#hdr-Printing',
  },
  printing(
    'print',
    'The values as text, with spaces between those that are no strings.',
    '{{ print $labels.pod "/" $value }}',
  ),
  printing(
    'println',
    'The values as text, with spaces between them and a line break after them.',
    '{{ println $labels.pod $value }}',
  ),
  printing('html', 'The values as text, escaped for HTML.', '{{ html $labels.path }}'),
  printing('js', 'The values as text, escaped for a JavaScript string.', '{{ js $labels.path }}'),
  printing(
    'urlquery',
    'The values as text, escaped for the query part of a URL.',
    '{{ urlquery $labels.instance }}',
  ),
  {
    name: 'call',
    parameters: [
      { name: 'function', type: 'any', doc: 'A value that is a function.' },
      { name: 'argument', type: 'any', doc: 'Its arguments.' },
    ],
    variadic: true,
    returns: 'any',
    summary: 'Calls a value that is a function. The data of alerts holds no such values.',
    example: '{{ call .Function "argument" }}',
    link: LINK,
  },
];

/** Go's keywords for actions, with what completion inserts. */
export interface TemplateKeyword {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
}

export const goKeywords: readonly TemplateKeyword[] = [
  {
    name: 'if',
    summary:
      'Keeps the text up to `{{ else }}` or `{{ end }}` if the value is not empty: not false, 0, nil, "" or without elements.',
    example: '{{ if $labels.pod }}Pod {{ $labels.pod }}{{ else }}Node {{ $labels.node }}{{ end }}',
  },
  {
    name: 'else',
    summary:
      'What stands instead if the block before it is left out; `{{ else if … }}` and `{{ else with … }}` go on asking.',
    example: '{{ if eq $labels.env "prod" }}Page{{ else if $labels.team }}Tell{{ else }}Wait{{ end }}',
  },
  {
    name: 'end',
    summary: 'Closes `if`, `range`, `with`, `define` or `block`.',
    example: '{{ if $labels.pod }}…{{ end }}',
  },
  {
    name: 'range',
    summary:
      'Repeats the text up to `{{ end }}` for each element of a list or map; inside, `.` is the element.',
    example: '{{ range query "up == 0" }}{{ .Labels.instance }} {{ end }}',
  },
  {
    name: 'with',
    summary: 'Keeps the text up to `{{ end }}` if the value is not empty; inside, `.` is the value.',
    example: '{{ with query "sum(up)" }}{{ . | first | value | humanize }}{{ end }}',
  },
  {
    name: 'break',
    summary: 'Leaves the innermost `range`.',
    example: '{{ range query "up == 0" }}{{ .Labels.job }}{{ break }}{{ end }}',
  },
  {
    name: 'continue',
    summary: 'Goes on with the next element of the innermost `range`.',
    example: '{{ range query "up" }}{{ if .Value }}{{ continue }}{{ end }}{{ .Labels.job }}{{ end }}',
  },
  {
    name: 'define',
    summary: 'Defines a template for `{{ template }}`; it sees none of the variables around it.',
    example: '{{ define "where" }}{{ .Labels.instance }}{{ end }}',
  },
  {
    name: 'template',
    summary: 'Inserts a template that was defined; its `.` is the value given.',
    example: '{{ template "where" . }}',
  },
  {
    name: 'block',
    summary: 'Defines a template and inserts it at once.',
    example: '{{ block "where" . }}{{ .Labels.instance }}{{ end }}',
  },
];

import { pick, type Random } from './seeded-random';

/** Templates as annotations have them, and some that use more of the language. */
const bases = [
  'Instance {{ $labels.instance }} is down',
  '{{ $labels.job }} on {{$labels.instance}} has been at {{ $value | humanizePercentage }} for 5 minutes',
  'Disk {{ $labels.device }} is {{ printf "%.2f" $value }}% full\n  VALUE = {{ $value }}\n  LABELS = {{ $labels }}',
  '{{ $value | humanizeDuration }} since the last backup of {{ .Labels.database }}',
  '{{ if eq $labels.severity "critical" }}Page{{ else if $labels.team }}Tell {{ $labels.team }}{{ else }}Wait{{ end }}',
  '{{ range query "up == 0" }}{{ .Labels.instance }} {{ .Value }}\n{{ end }}',
  '{{ range $i, $s := query "up" | sortByLabel "job" }}{{ if $i }}, {{ end }}{{ $s.Labels.job }}{{ else }}none{{ end }}',
  '{{ with query "sum(up)" }}{{ . | first | value | humanize }}{{ else with $labels.x }}{{ . }}{{ end }}',
  '{{ with printf "up{job=\'%s\'}" $labels.job | query }}{{ (. | first).Value }}{{ end }}',
  '{{ define "where" }}{{ .Labels.pod }}{{ end }}{{ template "where" . }}',
  '{{ block "where" . }}{{ .Labels.pod }}{{ break }}{{ end }}',
  '{{- /* a comment */ -}}\n{{ $x := 1 }}{{ $x = 2.5 }}{{- $x -}} ',
  '{{ index $labels "service.name" | reReplaceAll `^(.*)-(\\d+)$` "$1" | toUpper }}',
  '{{ externalURL }}{{ graphLink "up" }}{{ pathPrefix }}{{ $externalURL }} {{ $externalLabels.cluster }}',
  '{{ range $labels }}{{ if . }}{{ continue }}{{ end }}{{ break }}{{ end }}',
  "{{ print 'a' 1 -2 0x1F 1.5e3 4i 1+2i true nil . $ }}",
  '{{ and (gt $value 0.5) (not $labels.quiet) (le (len (query "up")) 5) }}',
];

const pieces = [
  ...[
    '{{',
    '}}',
    '{{- ',
    ' -}}',
    '{{-',
    '-}}',
    '{',
    '}',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '(',
    ')',
    '|',
    ',',
    ':=',
    '=',
    ':',
    '.',
    '..',
    '$',
  ],
  ...[
    'if',
    'else',
    'end',
    'range',
    'with',
    'define',
    'block',
    'template',
    'break',
    'continue',
    'nil',
    'true',
    'else if',
    'else with',
  ],
  ...[
    '{{end}}',
    '{{else}}',
    '{{if .}}',
    '{{range .}}',
    '{{with .}}',
    '{{define "x"}}',
    '{{block "y" .}}',
    '{{break}}',
    '{{continue}}',
  ],
  ...[
    '{{template "x"}}',
    '{{$x := 1}}',
    '{{$x = 2}}',
    '{{/* c */}}',
    '{{ /* c */ }}',
    '{{- /* c */ -}}',
    '/*',
    '*/',
  ],
  ...[
    '$x',
    '$labels',
    '$value',
    '$1',
    '.Labels',
    '.a',
    'humanize',
    'printf',
    'query',
    'foo',
    'now',
    'tmpl',
    '_x',
    'größe',
  ],
  ...[
    '"s"',
    '"a\\n"',
    '`r`',
    '"',
    '`',
    "'",
    "'c'",
    "'\\n'",
    "''",
    "'ab'",
    '"\\q"',
    '"\\u12"',
    '"\\ud800"',
    '"\\400"',
    '"\\xff"',
    '\\',
  ],
  ...[
    '1',
    '-1',
    '+',
    '-',
    '0x1F',
    '07',
    '08',
    '0b1',
    '0o7',
    '1_000',
    '1__0',
    '1.5',
    '.5',
    '1.',
    '1e3',
    '1e',
    '0x1p4',
    '0x1.8',
    '4i',
    '1+2i',
    '1+i',
  ],
  ...[
    '18446744073709551615',
    '18446744073709551616',
    '-9223372036854775809',
    '1e400',
    '#',
    '!',
    '%',
    '@',
    '“',
    '\u00a0',
    '\u0007',
    'é',
    '😀',
  ],
];

/** A base with one or two small changes, or pieces put together. */
export function template(random: Random): string {
  if (random() < 0.25)
    return Array.from({ length: 1 + Math.floor(random() * 10) }, () => pick(random, pieces)).join('');
  if (random() < 0.3)
    return action(random) + (random() < 0.3 ? action(random) : '') + (random() < 0.4 ? '{{ end }}' : '');
  let text = pick(random, bases);
  for (let changes = 1 + Math.floor(random() * 2); changes > 0; changes--) text = change(random, text);
  return text;
}

function action(random: Random): string {
  const between = pick(random, ['', ' ']);
  const inside = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, pieces.slice(8)));
  return pick(random, ['{{', '{{ ', '{{- ']) + inside.join(between) + pick(random, ['}}', ' }}', ' -}}']);
}

function change(random: Random, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = at + 1 + Math.floor(random() * 3);
  const kind = random();
  if (kind < 0.35) return text.slice(0, at) + text.slice(to);
  if (kind < 0.8) return text.slice(0, at) + pick(random, pieces) + text.slice(at);
  return text.slice(0, to) + text.slice(at);
}

const values = [
  ...[
    '$value',
    '$labels',
    '$labels.job',
    '.Labels',
    '.Value',
    '.ExternalURL',
    '.Foo',
    '$externalLabels',
    '1',
    '5',
    '2.5',
    '"a"',
    '"5"',
    'true',
  ],
  ...[
    'nil',
    '.',
    '(query "up")',
    '(query "up" | first)',
    '(query "up" | first | value)',
    '(query "up").Value',
    '(query "up" | first).Labels',
  ],
  ...[
    '(len "abc")',
    '(humanize 5)',
    '(gt 1 2)',
    '(index $labels "job")',
    '(toTime 5)',
    '$labels.a.b',
    "'c'",
    'humanize',
    '(args 1 2)',
    '1i',
  ],
];
const functions =
  `humanize humanize1024 humanizeDuration humanizePercentage toTime title toUpper stripPort match reReplaceAll query first
  label value sortByLabel strvalue not eq ne lt le gt ge index slice len print html args`.split(/\s+/);
const formats = [
  '%d',
  '%s',
  '%.2f',
  '%v',
  '%.2f%',
  '%d%%',
  '%s %s',
  'x',
  '%q',
  '%t',
  '% d',
  '%i',
  '%x',
  '%+v',
  '%e',
  '%g used',
];

/** A template of which all parts are evaluated, so without `and` and `or`; it may fail. */
export function runnable(random: Random): string {
  const value = (): string => pick(random, values);
  const many = (most: number): string =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => ` ${value()}`).join('');
  const pipe = random() < 0.4 ? `${value()} | ` : '';
  const kind = random();
  if (kind < 0.6) return `{{ ${pipe}${pick(random, functions)}${many(3)} }}`;
  if (kind < 0.8) return `{{ ${pipe}printf "${pick(random, formats)}"${many(2)} }}`;
  if (kind < 0.88) return `{{ ${value()}${many(1)} }}`;
  if (kind < 0.94)
    return `{{ range $k, $v := ${pick(random, ['$labels', '$value', 'query "up"', '$labels.job', '5'])} }}{{ $v.Value }}{{ end }}`;
  return `{{ $x := ${value()} }}{{ ${pick(random, functions)} $x }}`;
}

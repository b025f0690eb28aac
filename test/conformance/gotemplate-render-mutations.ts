import { pick, type Random } from './seeded-random';

const strings = [
  '.Status',
  '.Receiver',
  '.CommonLabels.job',
  '.CommonLabels.nope',
  '(index .Alerts 0).Annotations.summary',
  '(index .Alerts 1).GeneratorURL',
  '"a b"',
  '"<i>é&\\"\'</i>"',
  '"http://x/?a=b c#d"',
  '""',
  '`\\d+`',
  '(toJson .CommonLabels)',
  '(title "ab-cd ef")',
  '(slice "abcdef" 1 3)',
  '(printf "%05.1f|%x" 3.14159 255)',
];
const numbers = ['0', '1', '2', '-3', '42', '1.5', '0.0', '1e9', "'x'", '(len .Alerts)', '(len .Receiver)'];
const lists = [
  '.Alerts',
  '.Alerts.Firing',
  '.CommonLabels.Names',
  '(stringSlice "b" "a")',
  '(list 1 "a" nil)',
  '.CommonLabels.SortedPairs',
  '(list)',
];
const maps = ['.CommonLabels', '.GroupLabels', '(index .Alerts 1).Labels', '(dict "a" 1 "b" "x")', '(dict)'];
const others = [
  'true',
  'false',
  'nil',
  '.',
  '$',
  '(index .Alerts 0)',
  '(index .Alerts 0).StartsAt',
  '$x',
  '(since (index .Alerts 0).StartsAt)',
];
const all = [...strings, ...numbers, ...lists, ...maps, ...others];

/** Functions of one argument and more, by what they mostly are given. */
const functions: readonly (readonly [string, ...(readonly (readonly string[])[])])[] = [
  ['toUpper', strings],
  ['title', strings],
  ['trimSpace', strings],
  ['html', all],
  ['js', strings],
  ['urlquery', strings],
  ['print', all, all],
  ['println', all],
  ['len', all],
  ['not', all],
  ['and', all, all],
  ['or', all, all],
  ['eq', all, all],
  ['ne', strings, strings],
  ['lt', numbers, numbers],
  ['ge', all, all],
  ['index', lists, numbers],
  ['index', maps, strings],
  ['slice', strings, numbers],
  ['slice', lists, numbers, numbers],
  ['join', strings, lists],
  ['match', strings, strings],
  ['reReplaceAll', strings, strings, strings],
  ['toJson', all],
  ['humanizeDuration', numbers],
  ['safeHtml', strings],
  ['safeUrl', strings],
  ['urlUnescape', strings],
  ['list', all, all],
  ['append', ['(list 1)', '(list)'], all],
  ['dict', strings, all],
  [
    'date',
    ['"2006-01-02T15:04"', '"Jan _2 3PM"'],
    ['(index .Alerts 0).StartsAt', '(index .Alerts 1).EndsAt'],
  ],
];
const formats = [
  '%v',
  '%s',
  '%d',
  '%q',
  '%x',
  '%5.1f',
  '%-8v|',
  '%t',
  '%T',
  '%+v',
  '%08d',
  '%g',
  '%c',
  '%U',
  '%e',
  '%.3s',
];

function expression(random: Random, depth = 0): string {
  const kind = random();
  if (kind < 0.3 || depth > 2) return pick(random, all);
  // What depends on the time can't be compared.
  if (kind < 0.4) return formatted(random);
  const [name, ...parameters] = pick(random, functions);
  const values = parameters.map((parameter) => {
    const value = random() < 0.75 ? pick(random, parameter) : expression(random, depth + 1);
    return value.startsWith('(since') ? '5' : value;
  });
  const piped = random() < 0.3 ? values.pop() : undefined;
  return piped === undefined ? `(${name} ${values.join(' ')})` : `(${piped} | ${name} ${values.join(' ')})`;
}

/** Other verbs show how Go keeps a time, which is of no use to anyone. */
function formatted(random: Random): string {
  const format = pick(random, formats);
  const value = /[vsTq]/.test(format) ? steady(random) : pick(random, [...strings, ...numbers]);
  return `(printf "${format}" ${value})`;
}

function steady(random: Random): string {
  const value = pick(random, all);
  return value.startsWith('(since') ? '.Status' : value;
}

function action(random: Random): string {
  const value = expression(random);
  return `{{ ${value.startsWith('(since') ? '1' : value} }}`;
}

const around: readonly ((inner: string) => string)[] = [
  (inner) => `<p>${inner}</p>`,
  (inner) => `<p title="${inner}">x</p>`,
  (inner) => `<p title='a ${inner}'>x</p>`,
  (inner) => `<p title=${inner}>x</p>`,
  (inner) => `<a href="${inner}">x</a>`,
  (inner) => `<a href="http://x/${inner}">x</a>`,
  (inner) => `<a href="/x?y=${inner}&z">x</a>`,
  (inner) => `<p style="color: ${inner}">x</p>`,
  (inner) => `<script>var x = ${inner};</script>`,
  (inner) => `<script>var x = "${inner}";</script>`,
  (inner) => `<title>${inner}</title>`,
  (inner) => `<!-- ${inner} -->x`,
  (inner) => `<style>p { width: ${inner} }</style>`,
];

/** A template that may fail, of which all parts are executed; for HTML, with its values at all kinds of places. */
export function randomTemplate(random: Random, type: 'text' | 'html'): string {
  const kind = random();
  let text = action(random);
  if (kind < 0.15)
    text = `{{ range $i, $v := ${pick(random, lists)} }}{{ $i }}{{ $v }};{{ else }}none{{ end }}`;
  else if (kind < 0.25) text = `{{ range $k, $v := ${pick(random, maps)} }}{{ $k }}={{ $v }};{{ end }}`;
  else if (kind < 0.4)
    text = `{{ with ${expression(random)} }}{{ . }}{{ else }}-{{ end }}`.replace('(since', '(date "2006"');
  else if (kind < 0.5) text = `{{ if ${expression(random)} }}yes{{- else }} no {{- end }}`;
  const inner = type === 'html' ? pick(random, around)(text) : text;
  return `{{ $x := ${steady(random)} }}${inner}`;
}

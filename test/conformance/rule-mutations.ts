/** Seeded faults for rule files. Each makes one small change that a person or a tool might make. */

export interface Mutant {
  /** The mutation's name. */
  readonly mutation: string;
  readonly text: string;
}

export type Random = () => number;

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const fieldNames = [
  'groups',
  'name',
  'interval',
  'query_offset',
  'limit',
  'labels',
  'rules',
  'alert',
  'record',
  'expr',
  'for',
  'keep_firing_for',
  'annotations',
];
const otherKeys = [
  ...fieldNames,
  'namespace',
  'partial_response_strategy',
  'Expr',
  'fro',
  'lables',
  'summary',
  'severity',
  '<<',
  '"expr"',
  "'for'",
  'null',
  '~',
  '5',
  'true',
  '"null"',
  '!!str for',
  '[a]',
  '{a: b}',
  '? for',
  '*x',
  '&x for',
  '__name__',
  'größe',
  '"a b"',
  '""',
];
const values = [
  '',
  '~',
  'null',
  'Null',
  '""',
  "''",
  '"null"',
  '5',
  '-5',
  '0',
  '1.5',
  '1e3',
  '0x10',
  '0o17',
  '017',
  '08',
  '0b11',
  '1_000',
  '.inf',
  '-.inf',
  '.nan',
  '1e400',
  '9223372036854775807',
  '9223372036854775808',
  '190:20:30',
  '"5"',
  "'5'",
  'true',
  'yes',
  'on',
  '2024-01-01',
  'text',
  'two words',
  '[]',
  '[a]',
  '[a, b',
  '{}',
  '{a: b}',
  '{a: b, a: c}',
  '{a}',
  '{a b}',
  '{"": x}',
  '{a: {b: c}}',
  '{a: [b]}',
  '{a: null}',
  '{a: 5, b: true}',
  '{null: x}',
  '{[a]: x}',
  '{<<: {a: b}}',
  '{<<: a}',
  '{<<: [{a: b}, {a: c, d: e}]}',
  '{<<: [a]}',
  '{<<: null}',
  '{__name__: x}',
  '{a b: c}',
  '{a: "{{ .x"}',
  '|',
  '>',
  '|-\n  text',
  '|2\n    text',
  '|0',
  '|x',
  '| # comment\n',
  '!!str',
  '!!str 5',
  '!!str null',
  '!!int 5',
  '!!int "5"',
  '!!int text',
  '!!float 5',
  '!!bool true',
  '!!null x',
  '!!null ""',
  '!!binary aGk=',
  '!!binary "%"',
  '!!binary /w==',
  '!!map {}',
  '!!seq []',
  '!!timestamp 2024-01-01',
  '!!set {a}',
  '!own text',
  '! text',
  '!',
  '!!str {a: b}',
  '&x text',
  '&x {a: b}',
  '&x',
  '*x',
  '*x text',
  '@text',
  '`text`',
  '%text',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a:',
  '"a',
  "'a",
  '"a" b',
  '"\\q"',
  '"\\/"',
  '"\\x41\\u00e9\\U0001F600"',
  '"\\ud83d\\ude00"',
  '"\\\'"',
  '"\\x00"',
  '# comment',
  'a # comment',
  'a#b',
  'a :b',
  'up == 0',
  '"{{ $labels.x }}"',
  '{{ $labels.x }}',
];
const durations = [
  '0',
  '00',
  '0s',
  '5',
  '5m',
  '"5m"',
  "'5m '",
  '5 m',
  '5M',
  '5min',
  '-5m',
  '+5m',
  '1.5h',
  '1h30m',
  '30m1h',
  '1m1m',
  '1d1w',
  '1w1d',
  '292y',
  '293y',
  '106751d',
  '106752d',
  '9223372036854ms',
  '9223372036855ms',
  '99999999999999999999s',
  '1ms',
  '1us',
  '1y2w3d4h5m6s7ms',
  'm',
  '5mm',
  '5٣m',
  '1h,30m',
  '""',
  '~',
  '!!int 5',
  '[5m]',
  '{5m: ~}',
  '!!binary NW0=',
  '|\n    5m',
  '|-\n            5m',
];
const expressions = [
  'up',
  'up ==',
  'up == 0)',
  '(up',
  'sum by job (up)',
  'rate(up)',
  'rate(up[5m])',
  'up[5m]',
  'up[5x]',
  'sum(up[5m])',
  'up{job="x"',
  "up{job='x'}",
  'up{job=~"("}',
  'up{job=~"a{1001}"}',
  '{job=""}',
  '{}',
  'up and 5',
  'up == bool 1',
  '1 == 1',
  '1 == bool 1',
  'foo(up)',
  'histogram_quantile(up)',
  'up offset 5m',
  'up offset',
  'up @ 5',
  '"string"',
  '"\\q"',
  'a unless on (x) group_left b',
  'a * on (x) group_left (y) b',
  'topk(up)',
  'label_replace(up, "a", "b")',
  '# only a comment',
  'up # comment',
  '{{ .x }}',
  '$x',
  'up == 0 #',
  '1e',
  '0x',
  'a:b:c',
  'a-b',
  'a.b',
  'größe',
  '{"größe"}',
  '{"a", "b"}',
  'a{__name__="b"}',
];
const templates = [
  '{{ $value }}',
  '{{ $value',
  '{{ }}',
  '{{',
  '}}',
  '{{ $labels.job | humanize }}',
  '{{ $nope }}',
  '{{ .Labels.job }}',
  '{{ nope }}',
  '{{ $value | nope }}',
  '{{ if $value }}x{{ end }}',
  '{{ if $value }}x',
  '{{ if }}x{{ end }}',
  '{{ end }}',
  '{{ else }}',
  '{{ range query "up" }}{{ . }}{{ end }}',
  '{{ range $i, $x := query "up" }}{{ $i }}{{ end }}{{ $i }}',
  '{{ break }}',
  '{{ with $x := 5 }}{{ $x }}{{ else with 6 }}{{ . }}{{ end }}',
  '{{ define "a" }}x{{ end }}{{ template "a" }}',
  '{{ template "nope" }}',
  '{{ template nope }}',
  '{{ block "a" . }}x{{ end }}',
  '{{/* comment */}}',
  '{{ /* comment */ }}',
  '{{- /* comment */ -}}',
  '{{-$value}}',
  '{{- $value -}}',
  '{{ 1 | 2 }}',
  '{{ "x" 1 }}',
  '{{ (1) }}',
  '{{ (1 }}',
  '{{ true.x }}',
  '{{ nil }}',
  '{{ 08 }}',
  '{{ 1x }}',
  "{{ 'ab' }}",
  '{{ "a }}',
  '{{ $x := 1 }}{{ $x }}',
  '{{ $x = 1 }}',
  '{{ $.Labels }}',
  '{{ .Labels . }}',
  '{{ .Labels .. }}',
  '{{ ,x }}',
  '{{ x := 1 }}',
  '{{ $x, $y := 1 }}',
  '{{ a "b" | | c }}',
  '{{ | c }}',
  '{{ printf "%d" 1 | }}',
  '{{ # }}',
  '{{ humanize }}',
  '{{ .Foo }}',
  '{{ $labels.größe }}',
  '{{\n$value\n}}',
  '{{ "a\nb" }}',
  '{{ `a\nb` }}',
];
const labelNames = [
  'severity',
  '__name__',
  '""',
  '"a b"',
  'a-b',
  'a.b',
  '5',
  'größe',
  '~',
  'null',
  '[a]',
  '{a: b}',
  '<<',
  '!!str',
  '!!binary /w==',
  '!!binary aGk=',
  '"\\x00"',
  'a:b',
  '? a',
  '*x',
];
/** Characters that mean something to YAML, PromQL or templates. */
const characters = [
  ...Array.from(':-#{}[],&*!|>\'"%@`?<=~ \t\n\\()$./;^+0aé\u0000\u007f\u0085\u00a0\u2028\ufeff'),
  '\r',
  '  ',
];

const LINE_WITH_KEY = /^( *(?:- +)*)((?:"[^"]*"|'[^']*'|[\w.-]+))(\s*:)(\s.*)?$/;

type Mutation = (lines: string[], random: Random) => string[] | string | undefined;

/** Applies `change` to a random line for which it gives a result. */
function onALine(change: (line: string, random: Random) => string | undefined): Mutation {
  return (lines, random) => {
    const changed = lines.flatMap((line, index) => {
      const text = change(line, random);
      return text === undefined || text === line ? [] : [{ index, text }];
    });
    if (changed.length === 0) return undefined;
    const { index, text } = pick(random, changed);
    return lines.toSpliced(index, 1, text);
  };
}

/** Gives a random field with one of these keys another value, in place of all its lines. */
function onAValue(keys: RegExp, change: (value: string, random: Random) => string | undefined): Mutation {
  return (lines, random) => {
    const changed = lines.flatMap((line, index) => {
      const match = LINE_WITH_KEY.exec(line);
      const [, lead = '', key = '', colon = '', value = ''] = match ?? [];
      const text = match && keys.test(key) ? change(value.trim(), random) : undefined;
      return text === undefined ? [] : [{ index, text: `${lead}${key}${colon} ${text}` }];
    });
    if (changed.length === 0) return undefined;
    const { index, text } = pick(random, changed);
    return lines.toSpliced(index, blockAt(lines, index).length, text);
  };
}

/** The line at `index` with the deeper ones below it. */
function blockAt(lines: readonly string[], index: number): string[] {
  const indent = (line: string): number => line.search(/\S/);
  const first = lines[index] ?? '';
  const column = /^ *(?:- +)?/.exec(first)?.[0].length ?? 0;
  let end = index + 1;
  while (end < lines.length && (lines[end]?.trim() === '' || indent(lines[end] ?? '') >= Math.max(1, column)))
    end++;
  return lines.slice(index, end);
}

function anyLine(lines: readonly string[], random: Random, form = /\S/): number | undefined {
  const indexes = lines.flatMap((line, index) => (form.test(line) ? [index] : []));
  return indexes.length === 0 ? undefined : pick(random, indexes);
}

function editWord(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  return pick(random, [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
    word.slice(0, at) + pick(random, Array.from('aeiou_S')) + word.slice(at + 1),
    word.toUpperCase(),
  ]);
}

function quotedAs(style: 'single' | 'double', value: string): string {
  const inner = value.replace(/^(["'])(.*)\1$/, '$2');
  return style === 'single' ? `'${inner.replaceAll("'", "''")}'` : JSON.stringify(inner);
}

const scalarKeys =
  /^["']?(name|alert|record|expr|for|interval|severity|summary|description|team|title)["']?$/;

const mutations: Record<string, Mutation> = {
  'drop a line': (lines, random) => {
    const index = anyLine(lines, random);
    return index === undefined ? undefined : lines.toSpliced(index, 1);
  },
  'drop a field': (lines, random) => {
    const index = anyLine(lines, random, LINE_WITH_KEY);
    return index === undefined ? undefined : lines.toSpliced(index, blockAt(lines, index).length);
  },
  'repeat a line': (lines, random) => {
    const index = anyLine(lines, random);
    return index === undefined ? undefined : lines.toSpliced(index, 0, lines[index] ?? '');
  },
  'repeat a field or item': (lines, random) => {
    const index = anyLine(lines, random, /^ *(- )|:/);
    return index === undefined ? undefined : lines.toSpliced(index, 0, ...blockAt(lines, index));
  },
  'swap lines': (lines, random) => {
    const index = anyLine(lines.slice(0, -1), random);
    if (index === undefined) return undefined;
    return lines.toSpliced(index, 2, lines[index + 1] ?? '', lines[index] ?? '');
  },
  'misspell a key': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, key: string, colon: string, value: string | undefined) => {
      return `${lead}${editWord(key, random)}${colon}${value ?? ''}`;
    }),
  ),
  'another key': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, _key: string, colon: string, value: string | undefined) => {
      return `${lead}${pick(random, otherKeys)}${colon}${value ?? ''}`;
    }),
  ),
  'another value': onAValue(/./, (_, random) => pick(random, values)),
  'another value of a field': onAValue(
    /^(name|interval|query_offset|limit|labels|rules|alert|record|expr|for|keep_firing_for|annotations|groups)$/,
    (_, random) => pick(random, values),
  ),
  'another duration': onAValue(/^(for|keep_firing_for|interval|query_offset)$/, (_, random) =>
    pick(random, durations),
  ),
  'another expression': onAValue(/^expr$/, (_, random) => pick(random, expressions)),
  'a quoted expression': onAValue(/^expr$/, (_, random) =>
    quotedAs(pick(random, ['single', 'double']), pick(random, expressions)),
  ),
  'another template': onAValue(/^(summary|description|severity|title|team)$/, (_, random) =>
    quotedAs(pick(random, ['single', 'double']), pick(random, templates)),
  ),
  'a template that is not quoted': onAValue(/^(summary|description|severity)$/, (_, random) =>
    pick(random, [...templates, ...templates.map((t) => `text ${t}`)]),
  ),
  'another label name': onALine((line, random) =>
    /^\s+(severity|team|slo|window|summary|description|quantile)\s*:/.test(line)
      ? line.replace(/\w+/, () => pick(random, labelNames))
      : undefined,
  ),
  'an added field': (lines, random) => {
    const index = anyLine(lines, random, LINE_WITH_KEY);
    if (index === undefined) return undefined;
    const lead = (LINE_WITH_KEY.exec(lines[index] ?? '')?.[1] ?? '').replaceAll('-', ' ');
    const value = pick(random, pick(random, [values, durations, expressions]));
    return lines.toSpliced(index + 1, 0, `${lead}${pick(random, [...fieldNames, ...otherKeys])}: ${value}`);
  },
  'another indentation': onALine((line, random) =>
    line.trim() === '' ? undefined : pick(random, [line.replace(/^ {1,2}/, ''), ` ${line}`, `  ${line}`]),
  ),
  'a tab': onALine((line, random) =>
    pick(random, [line.replace(/^ {2}/, '\t'), line.replace(': ', ':\t'), line.replace(/ $|$/, '\t')]),
  ),
  'another dash': onALine((line, random) =>
    line.includes('- ')
      ? line.replace(/- /, pick(random, ['-', '  ', '- - ', '-  ', '* ', '- ? ', '-\n']))
      : undefined,
  ),
  'no space behind a colon': onALine((line) => line.replace(/: /, ':')),
  'another quote': onAValue(scalarKeys, (value, random) =>
    value === '' || /^[|>&*{[!]/.test(value)
      ? undefined
      : quotedAs(pick(random, ['single', 'double']), value),
  ),
  'a block scalar': (lines, random) => {
    const index = anyLine(lines, random, /^ *(- )?(expr|summary|description|alert|for): [^|>&*\s]/);
    const match = LINE_WITH_KEY.exec(lines[index ?? -1] ?? '');
    if (index === undefined || !match) return undefined;
    const [, lead = '', key = '', colon = '', value = ''] = match;
    const indicator = pick(random, [
      '|',
      '>',
      '|-',
      '>-',
      '|+',
      '>+',
      '|2',
      '>1-',
      '|10',
      '|--',
      '| #',
      '|#',
    ]);
    const indent = ' '.repeat(lead.length + pick(random, [0, 1, 2, 2, 2, 4]));
    return lines.toSpliced(index, 1, `${lead}${key}${colon} ${indicator}`, `${indent}${value.trim()}`);
  },
  'braces for labels': (lines, random) => {
    const index = anyLine(lines, random, /^ *labels:\s*$/);
    if (index === undefined) return undefined;
    const block = blockAt(lines, index);
    const entries = block.slice(1).map((line) => line.trim());
    const lead = lines[index]?.replace(/\S.*/, '') ?? '';
    const separator = pick(random, [', ', ', ', ',', ' ', ',\n', ', , ']);
    const text = `${lead}labels: {${entries.join(separator)}${pick(random, ['}', '}', ',}', '', '}}', ']'])}`;
    return lines.toSpliced(index, block.length, text);
  },
  'an anchor and an alias': (lines, random) => {
    const from = anyLine(lines, random, /^ *(- )?(expr|for|labels|annotations|rules|record|alert|severity):/);
    const to = anyLine(lines, random, /^ *(- )?(expr|for|labels|annotations|rules|record|alert|severity):/);
    if (from === undefined || to === undefined || from === to) return undefined;
    const result = [...lines];
    result[from] = (result[from] ?? '').replace(/:/, ': &here');
    const block = blockAt(lines, to);
    result.splice(to, block.length, (lines[to] ?? '').replace(/:.*/, ': *here'));
    return result;
  },
  'a merge key': (lines, random) => {
    const from = anyLine(lines, random, /^ *- (alert|record|expr|name)/);
    const to = anyLine(lines, random, /^ *- (alert|record|expr|name)/);
    if (from === undefined || to === undefined) return undefined;
    const result = [...lines];
    const merge = pick(random, [
      '<<: *m',
      '<<: [*m]',
      '"<<": *m',
      '<<: *n',
      '!!merge <<: *m',
      '<<: [*m, {for: 1m}]',
    ]);
    result[to] = (result[to] ?? '').replace(/- (.*)/, (_, first: string) => {
      const indent = ' '.repeat((lines[to] ?? '').search(/- /) + 2);
      return pick(random, [`- ${merge}\n${indent}${first}`, `- ${merge}`, `- ${first}\n${indent}${merge}`]);
    });
    result[from] = (result[from] ?? '').replace(
      /- (?=[a-z<])/,
      `- &m\n${' '.repeat((lines[from] ?? '').search(/- /) + 2)}`,
    );
    return result;
  },
  'a null': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, key: string, colon: string) => {
      return pick(random, [`${lead}${key}${colon}`, `${lead}~`, `${lead}${key}${colon} ~`, lead.trimEnd()]);
    }),
  ),
  'a document mark': (lines, random) => {
    const index = anyLine(lines, random, /./) ?? 0;
    const mark = pick(random, [
      '---',
      '...',
      '--- # comment',
      '---\ngroups: [',
      '...\n%YAML 1.1\n---',
      '--- |',
    ]);
    return lines.toSpliced(index, 0, mark);
  },
  'a first line': (lines, random) => [
    pick(random, [
      '%YAML 1.2',
      '%YAML 1.1\n---',
      '%YAML 1.2\n---',
      '%TAG ! !x:\n---',
      '%OTHER\n---',
      '---',
      '--- {}',
      '\ufeff',
      '# comment',
      '\t',
      '{}',
      '&x',
      '!!map',
      '!x',
      '- a',
      'x: y',
    ]),
    ...lines,
  ],
  'a last line': (lines, random) => [
    ...lines,
    pick(random, [
      '...',
      '---',
      'x',
      'x: y',
      '- x',
      '  x: y',
      '}',
      '\t',
      '# comment',
      '  - x',
      '    - x',
      '...\n{',
      '---\n[',
    ]),
  ],
  'other line breaks': (lines, random) =>
    lines.join(pick(random, ['\r\n', '\r', '\u0085', '\u2028', '\n\n', '\r\n\n'])),
  'a character less': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'a character more': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(random, characters) + text.slice(at);
  },
  'another character': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(random, characters) + text.slice(at + 1);
  },
  'an end too early': (lines, random) => {
    const text = lines.join('\n');
    return text.slice(0, Math.floor(random() * text.length));
  },
};

/** `count` mutants of the texts, about equally many of each mutation; the same ones for the same seed. */
export function mutants(texts: readonly string[], count: number, seed: number): Mutant[] {
  const random = seededRandom(seed);
  const names = Object.keys(mutations);
  const made: Mutant[] = [];
  for (let turn = 0; made.length < count; turn++) {
    const mutation = names[turn % names.length] ?? '';
    const lines = pick(random, texts).split('\n');
    const result = mutations[mutation]?.(lines, random);
    if (result !== undefined) {
      made.push({ mutation, text: Array.isArray(result) ? result.join('\n') : result });
    }
  }
  return made;
}

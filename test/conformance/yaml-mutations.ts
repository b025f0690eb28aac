import {
  anyLine,
  blockAt,
  LINE_WITH_KEY,
  onALine,
  onAValue,
  quotedAs,
  type Mutation,
} from './mutation-tools';
import { pick } from './seeded-random';

const scalarKeys =
  /^["']?(name|alert|record|expr|for|interval|severity|summary|description|team|title)["']?$/;

/** Other notation: indentation, quotes, block scalars, braces, anchors, merge keys and document marks. */
export const yamlMutations: Readonly<Record<string, Mutation>> = {
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
};

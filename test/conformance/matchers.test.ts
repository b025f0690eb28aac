import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isReserved } from '../../server/src/languages/matchers/characters';
import type { Matcher } from '../../server/src/languages/matchers/ast';
import { formatMatcher } from '../../server/src/languages/matchers/notation';
import { parseMatchers, type MatcherMode } from '../../server/src/languages/matchers/parse';
import { readings } from './matchers-amtool';
import { seededRandom } from './seeded-random';

/** How many texts are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 3000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

const NAMES = [
  'foo',
  'severity',
  'a:b',
  '_x',
  '"foo"',
  '"a b"',
  'föö',
  '1a',
  'a.b',
  'a-b',
  '""',
  '"\\u00e9"',
  '🙂',
  "'foo'",
];
const OPERATORS = ['=', '!=', '=~', '!~', ' = ', '=~ ', '==', '=!', '!', '~', '=>', '= ~', ''];
const VALUES = [
  'bar',
  '"bar"',
  '""',
  '',
  'a b',
  '"a b"',
  '"a,b"',
  'a,b',
  '.*',
  '.+',
  'a|b',
  '"a|b"',
  '^(a|b)$',
  '[a-z]+',
  '\\d+',
  '"\\d+"',
  '"\\\\d+"',
  'a{2}',
  '"a{2}"',
  '(',
  '"("',
  'a)(b',
  'a\\',
  '"a\\"',
  '"a\\"b"',
  '"a\\nb"',
  '"a\\tb"',
  '"\\u00e9"',
  '"\\xe9"',
  '"\\xc3\\xa9"',
  '"\\ud800"',
  '"\\101"',
  '"\\777"',
  "'bar'",
  '`bar`',
  'a"b',
  '"a"b',
  '"a',
  'a"',
  'é',
  '"é🙂"',
  'a=b',
  'a!b',
  'a~b',
  '~a',
  '=a',
  '"a\nb"',
  'a\nb',
  '"\\\'"',
  'x{1001}',
  '(?=x)',
  '(?i)a',
  '\\',
  '"\\\\"',
  '{{ x }}',
  '"{{ x }}"',
  'a\u00a0b',
  '\ufeffa',
  '"a\u0085"',
  'a\u0085',
];
const BLANKS = ['', '', '', '', ' ', '  ', '\t', '\n', '\u00a0', '\u0085', '\v', '\u3000', '\ufeff'];
const SEPARATORS = [',', ',', ',', ', ', ' , ', ',,', ' ', ';', ',\u00a0'];
const WRAPS: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', ''],
  ['', ''],
  ['{', '}'],
  ['{', ''],
  ['', '}'],
  ['{', ',}'],
  ['', ','],
  [' ', ' '],
  ['{ ', ' }'],
  [' {', '} '],
  ['{{', '}}'],
  [',', ''],
  ['{,', '}'],
  ['', ' x'],
  ['{', '}x'],
];
const ODD = [
  '',
  '{}',
  '{',
  '}',
  '}{',
  '{,}',
  ',',
  '=',
  'foo',
  '"foo"',
  '"',
  '\\',
  ' ',
  '{ }',
  'foo=',
  'foo=,bar=',
  '{}{}',
];

function text(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const mostly = <T>(list: readonly T[], usual: number): T =>
    random() < 0.6 ? pick(list.slice(0, usual)) : pick(list);
  const matcher = (): string =>
    mostly(NAMES, 3) + pick(BLANKS) + mostly(OPERATORS, 4) + pick(BLANKS) + mostly(VALUES, 3);
  const count = random() < 0.6 ? 1 : 2 + Math.floor(random() * 2);
  const list = Array.from({ length: count }, matcher).reduce((all, one) => all + mostly(SEPARATORS, 4) + one);
  const [before, after] = mostly(WRAPS, 4);
  const whole = before + list + after;
  if (random() < 0.8) return whole;
  const at = Math.floor(random() * whole.length);
  return random() < 0.5
    ? whole.slice(0, at) + whole.slice(at + 1)
    : whole.slice(0, at) + pick(['"', '\\', '{', ',', '=', '~']) + whole.slice(at);
}

/** As Matchers.String of Alertmanager prints them. */
function printed(matchers: readonly Matcher[]): string {
  const order = ['=', '!=', '=~', '!~'];
  const sorted = [...matchers].sort(
    (a, b) =>
      compare(a.name, b.name) ||
      compare(a.value, b.value) ||
      order.indexOf(a.operator) - order.indexOf(b.operator),
  );
  return `{${sorted.map(printedOne).join(',')}}`;
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function printedOne({ name, operator, value }: Matcher): string {
  if (name === '')
    return `${operator}${formatMatcher({ name: 'x', operator, value }).slice(1 + operator.length)}`;
  return Array.from(name).some(isReserved)
    ? goQuote(name) + operator + goQuote(value)
    : formatMatcher({ name, operator, value });
}

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** strconv.Quote, for the characters that occur here. */
function goQuote(value: string): string {
  const escaped = Array.from(value, (character) => {
    const isPrinted = character === ' ' || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character);
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return SHORT[character] ?? (isPrinted ? character : `\\u${code.padStart(4, '0')}`);
  });
  return `"${escaped.join('')}"`;
}

describe.each<MatcherMode>(['fallback', 'utf8', 'classic'])('in %s mode', (mode) => {
  it('matchers are read as amtool reads them', () => {
    const random = seededRandom(SEED);
    const texts = [...new Set([...ODD, ...Array.from({ length: COUNT }, () => text(random))])];
    const theirs = readings(texts, mode);
    const differences = texts.flatMap((source, index) => {
      const { matchers, findings, isRefused } = parseMatchers(source, mode);
      const warning = findings.find(({ severity }) => severity === 'warning')?.code;
      const ours = isRefused ? {} : { matchers: printed(matchers), ...(warning && { warning }) };
      const reading = theirs[index];
      // amtool also warns of two empty readings, which differ in Go only.
      const expected =
        reading?.matchers === '{}' && reading.warning === 'matchers/disagreement'
          ? { matchers: '{}' }
          : reading;
      return isDeepStrictEqual(ours, expected) ? [] : [{ source, ours, theirs: expected }];
    });
    expect(differences).toEqual([]);
    const share = theirs.filter(({ matchers }) => matchers !== undefined).length / texts.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.85);
  });
});

it('what both parsers read alike once formatted', () => {
  const random = seededRandom(SEED + 1);
  const texts = Array.from({ length: COUNT }, () => text(random));
  const results = texts.map((source) => parseMatchers(source)).filter(({ isRefused }) => !isRefused);
  const matchers = results.flatMap((result) => result.matchers);
  const differences = matchers.filter((matcher) => {
    const again = parseMatchers(formatMatcher(matcher));
    const [one] = again.matchers;
    return (
      again.findings.length > 0 ||
      one?.name !== matcher.name ||
      one.operator !== matcher.operator ||
      one.value !== matcher.value
    );
  });
  expect(differences.map(formatMatcher)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { formatMatchers } from './notation';
import { parseMatcher, parseMatchers, type MatcherMode } from './parse';

/** Findings with the text that they mark: `code: text: message`. */
function findings(text: string, mode?: MatcherMode): string[] {
  return parseMatchers(text, mode).findings.map(
    ({ code, span, message }) =>
      `${code.replace('matchers/', '')}: ${text.slice(span.from, span.to)}: ${message}`,
  );
}

describe('what is read', () => {
  it.each<[string, string]>([
    ['severity="critical"', 'severity="critical"'],
    ['{a=b,c!=d,}', 'a="b",c!="d"'],
    ['a =~ "b|c" , "d e"!~f', 'a=~"b|c","d e"!~"f"'],
    ['föö=🙂', 'föö="🙂"'],
    ['a="\\u00e9"', 'a="\\\\u00e9"'],
    ['a==b', 'a="=b"'],
    ['', ''],
    ['{}', ''],
  ])('%s', (text, matchers) => {
    const result = parseMatchers(text);
    expect([formatMatchers(result.matchers), result.isRefused]).toEqual([matchers, false]);
  });

  it('has spans of everything', () => {
    const text = ' {"a b" != "c" }';
    const [matcher] = parseMatchers(text).matchers;
    const parts = [matcher?.span, matcher?.nameSpan, matcher?.operatorSpan, matcher?.valueSpan];
    expect(parts.map((span) => text.slice(span?.from, span?.to))).toEqual([
      '"a b" != "c"',
      '"a b"',
      '!=',
      '"c"',
    ]);
  });
});

describe('what is refused in every mode', () => {
  it.each<[string, string]>([
    ['severity', 'syntax: severity: a matcher needs an operator and a value, such as severity="…"'],
    [
      'severity:critical',
      'syntax: severity:critical: an operator is missing; did you mean severity="critical"?',
    ],
    [
      'severity: critical',
      'syntax: severity: critical: an operator is missing; did you mean severity="critical"?',
    ],
    ['severity is critical', 'syntax: is: is is no operator; did you mean =?'],
    ['a!b', 'syntax: !: there is no operator !; did you mean != or !~?'],
    ['a~b', 'syntax: ~: there is no operator ~; did you mean =~ or !~?'],
    ['a=b,,c=d', 'syntax: ,: a matcher is missing before this comma'],
    ['{,}', 'syntax: ,: a matcher is missing before this comma'],
    ['{{a=b}}', 'syntax: {: one pair of braces around all matchers is enough'],
    ['="a"', 'syntax: =: a label name is missing before ='],
    [
      'a="b" "c"',
      'syntax: "c": only a comma may follow a value in quotes; a double quote inside of it is written \\"',
    ],
    ['a="b" c="d"', 'syntax: c: a comma is missing between these matchers'],
    ['a="b', 'unclosed: ": the double quote that closes this one is missing'],
    ['é="\\d"', 'escape: \\d: "\\d" is no escape that Go knows; write "\\\\" for a backslash'],
    ['{"a b"=c} x', 'syntax: x: nothing may follow the closing brace'],
    [
      'a=~"("',
      'regex: "(": this is no regular expression that Alertmanager (RE2) takes: missing closing ): `(`',
    ],
  ])('%s', (text, finding) => {
    expect(findings(text)).toEqual([finding]);
    expect(parseMatchers(text).isRefused).toBe(true);
    expect(parseMatchers(text, 'utf8').isRefused).toBe(true);
  });
});

describe('what only the classic parser reads', () => {
  it.each<[string, string, string, string[]]>([
    ['{a=b', '{', 'the closing brace is missing', ['a="b"']],
    ['a=b}', '}', 'nothing opens this brace', ['a="b"']],
    ['a=', '=', 'a value is missing behind =', ['a=""']],
    ['a==b', '==', 'there is no operator ==; did you mean =?', ['a="b"', 'a="=b"']],
    ["a='b'", "'", 'only double quotes quote a value', ['a="b"', 'a="\'b\'"']],
    ['a=~\\d+', '\\', 'a value with a backslash has to be in double quotes', ['a=~"\\\\d+"']],
    ['a=b c', 'c', 'a value with blanks or quotes has to be in double quotes', ['a="b c"']],
    ['a=~b{2}', '{', 'a value with { has to be in double quotes', ['a=~"b{2}"', 'a=~"b{2"']],
    ['a=~"\\d"', '\\d', '"\\d" is no escape that Go knows', ['a=~"\\\\d"']],
  ])('%s', (text, marked, message, fixed) => {
    const { findings: found, isRefused } = parseMatchers(text);
    expect(isRefused).toBe(false);
    expect(found).toHaveLength(1);
    const [finding] = found;
    expect(finding).toMatchObject({ code: 'matchers/classic-only', severity: 'warning' });
    expect(text.slice(finding?.span.from, finding?.span.to)).toBe(marked);
    expect(finding?.message).toContain(message);
    expect(finding?.fixes?.map(({ edits }) => edits[0]?.newText)).toEqual(fixed);
    expect(parseMatchers(text, 'classic').findings).toEqual([]);
  });
});

it('warns where the parsers disagree', () => {
  const { findings: found, matchers } = parseMatchers('a=b, c="\\t"');
  expect(formatMatchers(matchers)).toBe('a="b",c="\\\\t"');
  expect(found).toMatchObject([
    { code: 'matchers/disagreement', severity: 'warning', span: { from: 7, to: 11 } },
  ]);
  expect(found[0]?.fixes?.map(({ edits }) => edits)).toEqual([
    [{ span: { from: 5, to: 11 }, newText: 'c="\\\\t"' }],
    [{ span: { from: 5, to: 11 }, newText: 'c="\t"' }],
  ]);
});

describe('classic mode', () => {
  it.each<[string, string]>([
    [
      'föö=a',
      'syntax: föö=a: this is no matcher of the classic syntax: a name of letters, digits, _ and :, then =, !=, =~ or !~, then the value',
    ],
    ['a', 'syntax: a: a matcher needs an operator and a value, such as severity="critical"'],
    ['a=b,,c=d', 'syntax: ,: a matcher is missing before this comma'],
    [
      'a=b"c',
      'syntax: ": a double quote inside of a value is written \\", and the whole value in double quotes',
    ],
    ['a="b', 'unclosed: "b: the closing double quote is missing'],
  ])('%s', (text, finding) => {
    expect(findings(text, 'classic')).toEqual([finding]);
  });
});

describe('one matcher, as on a command line', () => {
  it.each<[string, string | undefined]>([
    ['a=b', 'a="b"'],
    ['a=b,c', 'a="b,c"'],
    ['a=b c', 'a="b c"'],
    ['a="b"', 'a="b"'],
    ['a=', 'a=""'],
    ['a=~b', 'a=~"b"'],
    ['é=b', 'é="b"'],
    ['{a=b}', undefined],
    ['a', undefined],
    ['é=b,c=d', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    const matcher = parseMatcher(text);
    expect(matcher && formatMatchers([matcher])).toBe(expected);
  });
});

it('reads long nonsense in linear time', () => {
  for (const piece of ['a=', '"', '\\', ' ', ',', '{', 'a=b,', '=~(', "'"]) {
    const text = piece.repeat(50_000);
    expect(parseMatchers(text).findings.length).toBeLessThanOrEqual(50_001);
  }
});

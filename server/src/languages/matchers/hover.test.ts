import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { hoverMatchers } from './hover';
import { parseMatchers } from './parse';
import { matcherTokens } from './tokens';

function hover(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  return hoverMatchers(parseMatchers(text), offset)?.markdown;
}

describe('hover', () => {
  it.each([
    ['sev‸erity="critical"', 'Alerts whose `severity` is `critical`.'],
    ['severity!=‸"critical"', 'Alerts whose `severity` is not `critical`, and those without the label.'],
    ['severity="‸"', 'Alerts without the label `severity`.'],
    ['severity!="‸"', 'Alerts with the label `severity`.'],
    ['team=~".+‸"', 'Alerts with the label `team`.'],
    ['team!~".+‸"', 'Alerts without the label `team`.'],
    ['team=~".*‸"', 'Every alert, whatever its labels.'],
    ['team!~".*‸"', 'No alert at all.'],
    ['team=~"db|web‸"', 'Alerts whose `team` is `db` or `web`.'],
    ['team!~"db|web‸"', 'Alerts whose `team` is not `db` or `web`, and those without the label.'],
    [
      'team=~"(db)?‸"',
      'Alerts whose whole `team` matches the regular expression `(db)?`, and those without the label.',
    ],
    ['a="b",c‸="d"', 'Alerts whose `c` is `d`.\n\nAll 2 matchers have to hold.'],
    ['a="b" ‸ ,c="d"', undefined],
    ["a=‸'b'", "Alerts whose `a` is `'b'`."],
  ])('%s', (marked, markdown) => {
    expect(hover(marked)).toBe(markdown);
  });
});

describe('tokens', () => {
  const tokens = (text: string): string[] =>
    matcherTokens(parseMatchers(text)).map(({ span, type }) => `${type}:${text.slice(span.from, span.to)}`);

  it.each([
    [
      '{a="b", "c d"!~e.*}',
      ['property:a', 'operator:=', 'string:"b"', 'property:"c d"', 'operator:!~', 'regexp:e.*'],
    ],
    ['a=', ['property:a', 'operator:=']],
    ['a=b,', ['property:a', 'operator:=', 'string:b']],
    ['a=~"b", c', ['property:a', 'operator:=~', 'regexp:"b"']],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

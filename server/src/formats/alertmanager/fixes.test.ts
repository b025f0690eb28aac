import { describe, expect, it } from 'vitest';
import { findingsIn, fixed } from './testing';

/** The text after the first fix of the only finding that has one. */
function afterFix(text: string): string {
  const [fix] = findingsIn(text).flatMap(({ fixes = [] }) => fixes);
  return fix ? fixed(text, fix) : 'no fix';
}

const route = (fields: string): string =>
  `route:\n  receiver: a\n  routes:\n  - receiver: a\n    ${fields.replaceAll('\n', '\n    ')}\nreceivers: [{name: a}]\n`;

describe('quick fixes', () => {
  it.each([
    ['a misspelt field', 'group_wiat: 5m', 'group_wait: 5m'],
    ['a number in quotes', "continue: 'true'", 'continue: true'],
    ['a duration with blanks', "group_wait: '5 m'", "group_wait: '5m'"],
    ['a text where a list is due', 'matchers: a="b"', 'matchers: ["a=\\"b\\""]'],
    ['a map of labels', 'match:\n  a: b\n  c: "d e"', 'matchers:\n  - "a=\\"b\\""\n  - "c=\\"d e\\""'],
    ['one in braces', 'match: {a: b}', 'matchers: ["a=\\"b\\""]'],
    ['a map of regular expressions', 'match_re: {a: b|c}', 'matchers: ["a=~\\"b|c\\""]'],
    [
      'both kinds of maps',
      'match:\n  a: b\nmatch_re:\n  c: d',
      'matchers:\n  - "a=\\"b\\""\n  - "c=~\\"d\\""\n',
    ],
  ])('%s', (_, before, after) => {
    expect(
      afterFix(route(before))
        .replace(/\n +\n/, '\n')
        .trimEnd(),
    ).toBe(
      route(after)
        .replace(/\n +\n/, '\n')
        .trimEnd(),
    );
  });

  it.each([
    ['matchers beside a map of labels', route('match: {a: b}\nmatchers: [c=d]')],
    ['an empty map of labels', route('match: {}')],
  ])('has none for %s', (_, text) => {
    expect(afterFix(text)).toBe('no fix');
  });

  it.each([
    ['mute_time_intervals: [{name: t}]\n', 'time_intervals: [{name: t}]\n'],
    [
      'global:\n  http_config:\n    bearer_token: x\n',
      'global:\n  http_config:\n    authorization:\n      credentials: x\n',
    ],
    [
      'global: {http_config: {bearer_token_file: x}}\n',
      'global: {http_config: {authorization: {credentials_file: x}}}\n',
    ],
    [
      'time_intervals: [{name: t, time_intervals: [{location: berlin}]}]\n',
      'time_intervals: [{name: t, time_intervals: [{location: Europe/Berlin}]}]\n',
    ],
  ])('%j', (before, after) => {
    const rest = 'route: {receiver: a}\nreceivers: [{name: a}]\n';
    expect(afterFix(before + rest)).toBe(after + rest);
  });

  it('removes either of two fields that exclude each other, where it has lines of its own', () => {
    const rest = 'route: {receiver: a}\nreceivers:\n- name: a\n  slack_configs:\n';
    const file = "  - channel: '#a'\n    api_url_file: /b\n";
    const both = `${rest}${file}    api_url: https://c.example\n`;
    const [{ fixes = [] } = {}] = findingsIn(both).filter(({ code }) => code.endsWith('/exclusive-fields'));
    expect(fixes.map(({ title }) => title)).toEqual(['Remove api_url', 'Remove api_url_file']);
    expect(fixes.map((fix) => fixed(both, fix))).toEqual([
      rest + file,
      `${rest}  - channel: '#a'\n    api_url: https://c.example\n`,
    ]);
    const dash = `${rest}  - api_url_file: /b\n    api_url: https://c.example\n`;
    expect(afterFix(dash)).toBe(`${rest}  - api_url_file: /b\n`);
  });
});

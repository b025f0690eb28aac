import { describe, expect, it } from 'vitest';
import { adviceOn, fixed } from './testing';

const RECEIVERS = 'receivers:\n- {name: a, webhook_configs: [{url: http://x.com}]}\n';

/** A root route with children, each a line. */
function tree(...routes: string[]): string {
  return `${RECEIVERS}route:\n  receiver: a\n  group_by: [alertname]\n  routes:\n${routes.map((route) => `  - ${route}\n`).join('')}`;
}

/** The advice marks what is marked, and nothing else. */
function expectMarks(code: string, text: string, labels?: readonly string[]): void {
  const context = labels && { labelNames: new Set(labels) };
  expect(adviceOn(text, code, context).marked).toBe(text);
}

describe('unreachable routes', () => {
  it.each([
    ['different values', ['{matchers: [team="x"]}', '{matchers: [team="y"]}']],
    ['the same matchers', ['{matchers: [team="x"]}', '{matchers: [«team="x"»]}']],
    ['with continue', ['{matchers: [team="x"], continue: true}', '{matchers: [team="x"]}']],
    ['a more special one behind', ['{matchers: [team="x"]}', '{matchers: [«team="x"», severity="y"]}']],
    ['a more special one in front', ['{matchers: [team="x", severity="y"]}', '{matchers: [team="x"]}']],
    ['behind one without matchers', ['{receiver: a}', '{matchers: [«team="x"»]}', '{receiver: «a»}']],
    ['without matchers at the end', ['{matchers: [team="x"]}', '{receiver: a}']],
    ['a value of a regular expression', ['{matchers: [team=~"x|y"]}', '{matchers: [«team="y"»]}']],
    ['some of its alternatives', ['{matchers: [team=~"x|y|z"]}', '{matchers: [«team=~"y|z"»]}']],
    ['others than its alternatives', ['{matchers: [team=~"x|y"]}', '{matchers: [team=~"y|z"]}']],
    ['a value of a pattern', ['{matchers: [team=~"x.*"]}', '{matchers: [«team="xy"»]}']],
    ['no value of a pattern', ['{matchers: [team=~"x.*"]}', '{matchers: [team="ax"]}']],
    ['a label that has to be there', ['{matchers: [team!=""]}', '{matchers: [«team=~"x.+"»]}']],
    ['a label that may be missing', ['{matchers: [team!=""]}', `{matchers: ['team=~"x?"']}`]],
    ['another value excluded', ['{matchers: [team!="x"]}', '{matchers: [«team="y"»]}']],
    ['the old notation', ['{match: {team: x}}', '{matchers: [«team="x"»]}']],
    ['a label of the same value', ['{matchers: [team="x"]}', '{matchers: [other="x"]}']],
    ['everything by a regular expression', ['{matchers: [team=~".*"]}', '{matchers: [«other="x"»]}']],
  ])('%s', (_, routes) => {
    expectMarks('unreachable-route', tree(...routes));
  });

  it('looks at the routes around', () => {
    const inner = '{matchers: [team="x"], routes: [{matchers: [team="x"]}, {matchers: [«severity="y"»]}]}';
    expectMarks('unreachable-route', tree(inner));
    expectMarks('unreachable-route', tree('{matchers: [team="x"], routes: [{matchers: [«team="y"»]}]}'));
    expectMarks('unreachable-route', tree('{matchers: [team=~"x|y"], routes: [{matchers: [team="y"]}]}'));
  });

  it('finds contradictions in one route', () => {
    expectMarks('unreachable-route', tree('{matchers: [team="x", «team="y"»]}'));
    expectMarks('unreachable-route', tree('{matchers: [team="x", team!="y"]}'));
  });

  it('shows the route that takes the alerts', () => {
    const { text, found } = adviceOn(
      tree('{matchers: [team=~"x|y"]}', '{matchers: [team="x"]}'),
      'unreachable-route',
    );
    const spans = found[0]?.related?.map(({ span }) => text.slice(span.from, span.to));
    expect(spans).toEqual(['team=~"x|y"']);
  });
});

describe('labels that no rule sets', () => {
  it.each([
    ['known', tree('{matchers: [team="x"]}'), ['team']],
    ['unknown', tree('{matchers: [«taem="x"»]}'), ['team']],
    ['the name of the alert', tree('{matchers: [alertname="x"]}'), ['team']],
    ['negative', tree('{matchers: [taem!="x", taem=""]}'), ['team']],
    ['no rules', tree('{matchers: [taem="x"]}'), undefined],
    [
      'inhibit rules',
      `${tree('{matchers: [team="x"]}')}inhibit_rules: [{source_matchers: [«a="x"»], target_matchers: [team="x", «b=~"y.+"»]}]\n`,
      ['team'],
    ],
  ])('%s', (_, text, labels) => {
    expectMarks('unknown-label', text, labels);
  });
});

describe('regular expressions', () => {
  it.each([
    ['plain text', `{matchers: ['«team=~"x"»']}`],
    ['plain text, negative', '{matchers: [«team!~x», severity="y"]}'],
    ['one of several in an item', `{matchers: ['team="y",«severity=~"x"»']}`],
    ['alternatives', '{matchers: [team=~"x|y"]}'],
    ['a pattern', '{matchers: [team=~"x."]}'],
    ['nothing', '{matchers: [team=~""]}'],
    ['the old notation, which has no other', '{match_re: {team: x}}'],
  ])('%s', (_, route) => {
    expectMarks('plain-regex', tree(route));
  });

  it('become equalities', () => {
    expect(fixed(adviceOn(tree(`{matchers: ['team=~"x"']}`), 'plain-regex'))).toBe(
      tree(`{matchers: ['team="x"']}`),
    );
    expect(fixed(adviceOn(tree('{matchers: [team!~x]}'), 'plain-regex'))).toBe(tree('{matchers: [team!=x]}'));
  });

  it.each([
    ['always', '{matchers: [«team=~".*"», severity="x"]}'],
    ['never', '{matchers: [«team!~".*"»]}'],
    ['a label that is there', '{matchers: [team=~".+"]}'],
    ['the old notation', '{match_re: {«team: .*»}}'],
  ])('that match %s', (_, route) => {
    expectMarks('matches-everything', tree(route));
  });
});

describe('grouping', () => {
  const config = (route: string): string => `${RECEIVERS}route:\n${route}`;

  it.each([
    ['with alertname', '  receiver: a\n  group_by: [alertname, team]\n'],
    ['by all labels', "  receiver: a\n  group_by: ['...']\n"],
    ['by others', '  receiver: a\n  «group_by»: [team]\n'],
    ['not at all', '  «receiver»: a\n'],
    ['by nothing', '  receiver: a\n  «group_by»: []\n'],
    [
      'by others below',
      '  receiver: a\n  group_by: [alertname]\n  routes:\n  - «group_by»: [team]\n  - matchers: [a=b]\n',
    ],
  ])('%s', (_, route) => {
    expectMarks('grouping', config(route));
  });
});

describe('repetitions', () => {
  const config = (...settings: string[]): string => tree(`{matchers: [a=b], ${settings.join(', ')}}`);

  it.each([
    ['a multiple', config('group_interval: 5m', 'repeat_interval: 4h')],
    ['no multiple', config('group_interval: 7m', '«repeat_interval»: 1h')],
    ['no multiple of the default', config('«repeat_interval»: 7m')],
    ['the default no multiple', config('«group_interval»: 7m')],
    ['neither', config('group_wait: 7m')],
    ['shorter, which is told of elsewhere', config('group_interval: 10m', 'repeat_interval: 5m')],
    ['shorter than what is inherited', config('«repeat_interval»: 1m')],
  ])('%s', (_, text) => {
    expectMarks('uneven-repeat', text);
  });

  it('says when', () => {
    const { found } = adviceOn(config('group_interval: 7m', 'repeat_interval: 1h'), 'uneven-repeat');
    expect(found[0]?.message).toContain('after 1h3m, not 1h');
  });
});

describe('names that nothing uses', () => {
  it.each([
    [
      'receivers',
      'unused-receiver',
      'receivers: [{name: a}, {name: «b»}, {name: c}]\nroute: {receiver: a, routes: [{receiver: c}]}\n',
    ],
    [
      'time intervals',
      'unused-time-interval',
      'receivers: [{name: a}]\ntime_intervals: [{name: t}, {name: u}, {name: «v»}]\nroute: {receiver: a, routes: [{mute_time_intervals: [t], active_time_intervals: [u]}]}\n',
    ],
  ])('%s', (_, code, text) => {
    expectMarks(code, text);
  });

  it.each([
    ['the root', 'receivers: [{name: «a»}]\nroute: {receiver: a}\n'],
    [
      'on purpose',
      "receivers: [{name: 'null'}, {name: blackhole}]\nroute: {receiver: 'null', routes: [{receiver: blackhole}]}\n",
    ],
    ['not quite on purpose', 'receivers: [{name: «nonessential»}]\nroute: {receiver: nonessential}\n'],
    ['with one', 'receivers: [{name: a, webhook_configs: [{url: http://x.com}]}]\nroute: {receiver: a}\n'],
    ['with an empty list', 'receivers: [{name: «a», slack_configs: []}]\nroute: {receiver: a}\n'],
    ['unused anyway', "receivers: [{name: 'null'}, {name: b}]\nroute: {receiver: 'null'}\n"],
  ])('receivers without integrations: %s', (_, text) => {
    expectMarks('receiver-without-integration', text);
  });
});

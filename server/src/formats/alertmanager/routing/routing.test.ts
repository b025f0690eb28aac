import { describe, expect, it } from 'vitest';
import { readConfig } from '../read';
import type { ConfigModel } from '../model';
import { inhibitedBy, possibleInhibitors } from './inhibition';
import { parseInstant } from './instant';
import { routeReach } from './reach';
import { routeAlert, type RoutedAlert } from './route-alert';
import { routeTitle } from './tree';

const CONFIG = `
route:
  receiver: everyone
  group_by: [alertname]
  repeat_interval: 1h
  routes:
    - matchers: [team="db"]
      receiver: dba
      group_wait: 10s
      group_by: ['...']
      routes:
        - matchers: [severity="critical"]
          receiver: pager
          mute_time_intervals: [holidays, offhours]
          continue: true
        - matchers: [severity=~"critical|warning"]
          active_time_intervals: [office]
    - matchers: [severity="critical"]
      receiver: pager
    - matchers: [team=~".+"]
      receiver: chat
receivers: [{name: everyone}, {name: dba}, {name: pager}, {name: chat}]
time_intervals:
  - name: office
    time_intervals: [{weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}]}]
  - name: offhours
    time_intervals: [{weekdays: [saturday, sunday]}]
  - name: holidays
    time_intervals: [{months: [december], days_of_month: ['25']}]
inhibit_rules:
  - name: node-down
    source_matchers: [alertname="NodeDown"]
    target_matchers: [alertname!="NodeDown"]
    equal: [node]
  - source_matchers: [severity="critical"]
    target_matchers: [severity=~"critical|warning"]
    equal: [alertname]
`;

function modelOf(text: string): ConfigModel {
  const { model, findings } = readConfig(text, { version: [0, 34], matchers: 'fallback' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model;
}

const model = modelOf(CONFIG);
const labels = (record: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(record));

function route(record: Readonly<Record<string, string>>, time?: string): RoutedAlert[] {
  return routeAlert(model, labels(record), { time: time === undefined ? undefined : Date.parse(time) });
}

function receivers(record: Readonly<Record<string, string>>): string[] {
  return route(record).map(({ options }) => options.receiver?.value.text ?? '');
}

describe('routeAlert', () => {
  it.each([
    [{}, ['everyone']],
    [{ severity: 'warning' }, ['everyone']],
    [{ severity: 'critical' }, ['pager']],
    [{ team: 'web' }, ['chat']],
    [{ team: 'db' }, ['dba']],
    [{ team: 'db', severity: 'info' }, ['dba']],
    [{ team: 'db', severity: 'warning' }, ['dba']],
    [{ team: 'db', severity: 'critical' }, ['pager', 'dba']],
  ])('%j gets to %j', (record, expected) => {
    expect(receivers(record)).toEqual(expected);
  });

  it('says what holds at a route, and where it comes from', () => {
    const [, second] = route({ team: 'db', severity: 'critical' });
    const { options, path } = second!;
    expect(path.map(routeTitle)).toEqual(['default-route', '{team="db"}', '{severity=~"critical|warning"}']);
    expect(options.receiver).toMatchObject({ value: { text: 'dba' }, from: path[1] });
    expect(options.groupBy.value.map(({ text }) => text)).toEqual(['...']);
    expect(options.groupWait).toEqual({ value: 10_000, from: path[1] });
    expect(options.groupInterval).toEqual({ value: 300_000 });
    expect(options.repeatInterval).toEqual({ value: 3_600_000, from: path[0] });
  });

  it.each([
    ['2026-11-25T10:00Z', [[], []], [false, false]],
    ['2026-11-25T20:00Z', [[], ['office']], [false, true]],
    ['2026-11-28T10:00Z', [['offhours'], ['office']], [true, true]],
    ['2026-12-25T10:00Z', [['holidays'], []], [true, false]],
  ])('knows at %s which routes are muted', (time, names, muted) => {
    const mutings = route({ team: 'db', severity: 'critical' }, time).map(({ muting }) => muting!);
    expect(mutings.map(({ isMuted }) => isMuted)).toEqual(muted);
    expect(mutings.map(({ mutedBy, inactive }) => [...mutedBy, ...inactive].map(({ text }) => text))).toEqual(
      names,
    );
  });

  it('has nothing to say without a route', () => {
    expect(
      routeAlert(readConfig('receivers: []', { version: [0, 34], matchers: 'fallback' }).model, labels({})),
    ).toEqual([]);
  });
});

describe('routeReach', () => {
  const reach = (known: Readonly<Record<string, string>>, possible?: readonly string[]): string[] =>
    routeReach(model, { known: labels(known), ...(possible && { possible: new Set(possible) }) }).map(
      ({ name, isCertain }) => name + (isCertain ? '' : '?'),
    );

  it.each<[Readonly<Record<string, string>>, readonly string[] | undefined, string[]]>([
    [{ team: 'db', severity: 'critical' }, undefined, ['pager', 'dba']],
    [{ team: 'db' }, [], ['dba']],
    [{ team: 'db' }, undefined, ['pager?', 'dba?']],
    [{ severity: 'critical' }, [], ['pager']],
    [{ severity: 'critical' }, ['team'], ['pager?', 'dba?']],
    [{ team: 'web', severity: '' }, undefined, ['chat']],
    [{}, [], ['everyone']],
    [{}, undefined, ['pager?', 'dba?', 'chat?', 'everyone?']],
  ])('%j, possibly %j: %j', (known, possible, expected) => {
    expect(reach(known, possible)).toEqual(expected);
  });

  it('takes what matched above as known', () => {
    const nested = modelOf(
      'route: {receiver: a, routes: [{matchers: [x="1"], receiver: b, routes: [{matchers: [x="2"], receiver: c}]}]}\n' +
        'receivers: [{name: a}, {name: b}, {name: c}]\n',
    );
    expect(routeReach(nested, { known: labels({}) })).toEqual([
      { name: 'b', isCertain: false },
      { name: 'a', isCertain: false },
    ]);
  });
});

describe('inhibition', () => {
  const by = (target: Readonly<Record<string, string>>, source: Readonly<Record<string, string>>): number[] =>
    inhibitedBy(model, labels(target), [labels(source)]).map(({ rule }) => model.inhibitRules.indexOf(rule));

  it.each<[string, Record<string, string>, Record<string, string>, number[]]>([
    ['another alert of the node', { alertname: 'A', node: 'x' }, { alertname: 'NodeDown', node: 'x' }, [0]],
    ['another node', { alertname: 'A', node: 'x' }, { alertname: 'NodeDown', node: 'y' }, []],
    ['both without the label', { alertname: 'A' }, { alertname: 'NodeDown' }, [0]],
    [
      'one without it, the other with an empty one',
      { alertname: 'A', node: '' },
      { alertname: 'NodeDown' },
      [0],
    ],
    ['itself', { alertname: 'A', severity: 'critical' }, { alertname: 'A', severity: 'critical' }, []],
    ['a weaker one', { alertname: 'A', severity: 'warning' }, { alertname: 'A', severity: 'critical' }, [1]],
  ])('%s', (_, target, source, rules) => {
    expect(by(target, source)).toEqual(rules);
  });

  it('knows the rules that may inhibit an alert', () => {
    const names = (record: Readonly<Record<string, string>>): number[] =>
      possibleInhibitors(model, labels(record)).map(({ rule }) => model.inhibitRules.indexOf(rule));
    expect(names({ alertname: 'NodeDown' })).toEqual([]);
    expect(names({ alertname: 'A' })).toEqual([0]);
    expect(names({ alertname: 'A', severity: 'warning' })).toEqual([0, 1]);
  });
});

it.each([
  ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00.000Z'],
  ['2026-11-25t10:00:00.5+02:00', '2026-11-25T08:00:00.500Z'],
  ['1764057600', '2025-11-25T08:00:00.000Z'],
  ['0.25', '1970-01-01T00:00:00.250Z'],
  ['2026-11-25', undefined],
  ['2026-02-30T08:00:00Z', undefined],
  ['2026-11-25T25:00:00Z', undefined],
  ['now', undefined],
])('parseInstant %s', (text, expected) => {
  const instant = parseInstant(text);
  expect(instant === undefined ? undefined : new Date(instant).toISOString()).toBe(expected);
});

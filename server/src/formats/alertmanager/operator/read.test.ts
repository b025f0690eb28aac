import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../languages/yaml/parse';
import type { OperatorApi } from './api';
import { readOperatorSpec } from './read';

function read(spec: string, api: OperatorApi = 'v1alpha1') {
  const [document] = parseYaml(spec);
  if (!document?.root) throw new Error('no document');
  return readOperatorSpec(document.root, api, { text: spec, version: [0, 34] });
}

/** Code, marked text and severity of what is found. */
function found(spec: string, api?: OperatorApi): string[] {
  return read(spec, api).findings.map(
    ({ code, span, severity }) => `${severity} ${code}: ${spec.slice(span.from, span.to)}`,
  );
}

const receiver = (fields: string): string => `receivers: [{ name: a, ${fields} }]`;
const matcher = (fields: string): string =>
  `route: { receiver: a, matchers: [{ ${fields} }] }\nreceivers: [{ name: a }]`;

describe('what the API server and the operator take', () => {
  it.each([
    ['an empty specification', '{}'],
    ['receivers without a route', 'receivers: [{ name: a }]'],
    ['a matcher without a type', matcher('name: x, value: z')],
    ['a matcher without a value', matcher('name: x, matchType: "!="')],
    ['an expression', matcher('name: x, value: "a|b", matchType: "=~"')],
    [
      'matchers of the first route',
      'route: { receiver: a, continue: true, matchers: [] }\nreceivers: [{ name: a }]',
    ],
    ['a null, which is pruned', receiver('slackConfigs: [{ channel: null }]')],
    [
      'a Slack configuration, for which the secret may be global',
      receiver('slackConfigs: [{ channel: "#a" }]'),
    ],
    ['a secret', receiver('slackConfigs: [{ apiURL: { name: s, key: k, optional: true } }]')],
    ['an empty header', receiver('emailConfigs: [{ to: a@b.c, headers: [{ key: Subject, value: "" }] }]')],
    ['a URL in a Secret', receiver('webhookConfigs: [{ urlSecret: { name: s, key: k } }]')],
    ['a template as URL', receiver('webhookConfigs: [{ url: "{{ .ExternalURL }}" }]')],
    [
      'a webhook of a cluster',
      receiver('webhookConfigs: [{ url: "http://hook.ns.svc:8080/alerts", maxAlerts: 10 }]'),
    ],
    [
      'days of the month',
      'muteTimeIntervals: [{ name: night, timeIntervals: [{ daysOfMonth: [{ start: -3, end: -1 }] }] }]',
    ],
    [
      'times',
      'muteTimeIntervals: [{ name: night, timeIntervals: [{ times: [{ startTime: "20:00", endTime: "24:00" }] }] }]',
    ],
    [
      'certificates',
      receiver(
        'webhookConfigs: [{ url: "http://x", httpConfig: { tlsConfig: { ca: { secret: { name: s, key: k } }, minVersion: TLS12 } } }]',
      ),
    ],
    ['a thread by days', receiver('emailConfigs: [{ to: a@b.c, threading: { threadByDate: Daily } }]')],
  ])('%s', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });
});

describe('what they refuse, or prune', () => {
  it.each([
    ['a field of Alertmanager’s', 'receivers: [{ name: a }]\nglobal: {}', 'unknown-field: global'],
    ['its spelling', receiver('slack_configs: []'), 'unknown-field: slack_configs'],
    ['a secret as text', receiver('slackConfigs: [{ apiURL: "https://x.y" }]'), 'wrong-type: "https://x.y"'],
    [
      'a secret without its key',
      receiver('slackConfigs: [{ apiURL: { name: s } }]'),
      'missing-field: { name: s }',
    ],
    [
      'a matcher as text',
      'route: { receiver: a, matchers: [x="y"] }\nreceivers: [{ name: a }]',
      'wrong-type: x="y"',
    ],
    ['a matcher without a name', matcher('value: z'), 'missing-field: { value: z }'],
    ['another match type', matcher('name: x, matchType: "=="'), 'invalid-value: "=="'],
    [
      'a match type that is a tag',
      'route:\n  receiver: a\n  matchers:\n  - name: x\n    matchType: !=\nreceivers: [{ name: a }]',
      'invalid-value: matchType',
    ],
    ['a faulty expression', matcher('name: x, value: "(", matchType: "=~"'), 'invalid-regex: "("'],
    ['a number as text', matcher('name: x, value: 5'), 'wrong-type: 5'],
    ['a boolean as text', matcher('name: x, value: true'), 'wrong-type: true'],
    ['text as boolean', receiver('slackConfigs: [{ sendResolved: "true" }]'), 'wrong-type: "true"'],
    [
      'a wrong duration',
      'route: { receiver: a, groupWait: 5 min }\nreceivers: [{ name: a }]',
      'invalid-duration: 5 min',
    ],
    [
      'a duration of zero',
      'route: { receiver: a, groupInterval: 0s }\nreceivers: [{ name: a }]',
      'zero-duration: 0s',
    ],
    [
      'a label twice',
      'route: { receiver: a, groupBy: [x, x] }\nreceivers: [{ name: a }]',
      'duplicate-group-label: x',
    ],
    [
      'all labels and one',
      'route: { receiver: a, groupBy: [x, ...] }\nreceivers: [{ name: a }]',
      'group-by-all: ...',
    ],
    ['no receiver', 'route: { groupBy: [x] }\nreceivers: [{ name: a }]', 'root-route: { groupBy: [x] }'],
    ['another receiver', 'route: { receiver: b }\nreceivers: [{ name: a }]', 'undefined-receiver: b'],
    [
      'another receiver below',
      'route: { receiver: a, routes: [{ receiver: b }] }\nreceivers: [{ name: a }]',
      'undefined-receiver: b',
    ],
    [
      'a receiver twice',
      'route: { receiver: a }\nreceivers: [{ name: a }, { name: a }]',
      'duplicate-receiver: a',
    ],
    [
      'another interval',
      'route: { receiver: a, muteTimeIntervals: [day] }\nreceivers: [{ name: a }]',
      'undefined-time-interval: day',
    ],
    [
      'two authentications',
      receiver('webhookConfigs: [{ url: "http://x", httpConfig: { basicAuth: {}, authorization: {} } }]'),
      'exclusive-fields: authorization',
    ],
    [
      'a webhook without URL',
      receiver('webhookConfigs: [{ sendResolved: true }]'),
      'missing-field: { sendResolved: true }',
    ],
    [
      'PagerDuty without a key',
      receiver('pagerdutyConfigs: [{ client: x }]'),
      'missing-field: { client: x }',
    ],
    [
      'e-mail without a recipient',
      receiver('emailConfigs: [{ from: a@b.c }]'),
      'missing-field: { from: a@b.c }',
    ],
    [
      'a header without a value',
      receiver('emailConfigs: [{ to: a@b.c, headers: [{ key: Subject }] }]'),
      'missing-field: { key: Subject }',
    ],
    [
      'headers as a map',
      receiver('emailConfigs: [{ to: a@b.c, headers: { Subject: x } }]'),
      'wrong-type: { Subject: x }',
    ],
    [
      'another version of TLS',
      receiver('webhookConfigs: [{ url: "http://x", httpConfig: { tlsConfig: { minVersion: "1.2" } } }]'),
      'invalid-value: "1.2"',
    ],
    ['an item that is null', receiver('slackConfigs: [~]'), 'null-item: ~'],
    [
      'a range of times with one end',
      'muteTimeIntervals: [{ name: night, timeIntervals: [{ times: [{ startTime: "09:00" }] }] }]',
      'time-range: { startTime: "09:00" }',
    ],
    [
      'days in the wrong order',
      'muteTimeIntervals: [{ name: night, timeIntervals: [{ daysOfMonth: [{ start: 5, end: 3 }] }] }]',
      'invalid-day-of-month: { start: 5, end: 3 }',
    ],
    [
      'days of text',
      'muteTimeIntervals: [{ name: night, timeIntervals: [{ daysOfMonth: ["1:3"] }] }]',
      'wrong-type: "1:3"',
    ],
  ])('%s', (_, spec, expected) => {
    expect(found(spec)).toEqual([`warning alertmanager/${expected}`]);
  });

  it('an old matcher, which can be converted', () => {
    const spec = matcher('name: x, value: z, regex: true');
    const [finding] = read(spec).findings;
    expect([finding?.severity, finding?.code]).toEqual(['hint', 'alertmanager/deprecated-field']);
    expect(finding?.fixes?.[0]?.edits.map(({ newText }) => newText)).toEqual(['matchType', '"=~"']);
    expect(found(spec, 'v1beta1')).toEqual(['warning alertmanager/unknown-field: regex']);
  });

  it('has the intervals of v1beta1 under another name', () => {
    const spec = 'timeIntervals: [{ name: night }]';
    expect(found(spec, 'v1beta1')).toEqual([]);
    expect(found(spec)).toEqual(['warning alertmanager/unknown-field: timeIntervals']);
  });
});

it('says what the object says, in the model of a configuration', () => {
  const { model } = read(`route:
  receiver: a
  groupBy: [alertname]
  groupWait: 10s
  routes:
  - receiver: b
    continue: true
    matchers: [{ name: x, value: y|z, matchType: =~ }, { name: w, value: v }]
    muteTimeIntervals: [night]
receivers:
- name: a
- name: b
  slackConfigs: [{ channel: '#x' }]
inhibitRules:
- sourceMatch: [{ name: s, value: t }]
  targetMatch: [{ name: u, value: v, matchType: '!=' }]
  equal: [namespace]
muteTimeIntervals:
- name: night
  timeIntervals:
  - times: [{ startTime: '22:00', endTime: '24:00' }]
    weekdays: ['monday:friday']
    daysOfMonth: [{ start: 1, end: 3 }]
`);
  const { route, receivers, inhibitRules, timeIntervals } = model;
  const [child] = route?.routes ?? [];
  const words = ({ name, operator, value }: { name: string; operator: string; value: string }) =>
    name + operator + value;
  expect(route).toMatchObject({
    receiver: { text: 'a' },
    groupWait: 10_000,
    continues: false,
    isOpen: false,
  });
  expect(child?.matchers.map(({ matcher: one }) => words(one))).toEqual(['x=~y|z', 'w=v']);
  expect(child).toMatchObject({ continues: true, muteTimeIntervals: [{ text: 'night' }] });
  expect(receivers.map(({ name, integrations }) => [name.text, integrations.length])).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
  expect(inhibitRules[0]?.target.map(({ matcher: one }) => words(one))).toEqual(['u!=v']);
  expect(timeIntervals).toMatchObject([
    {
      name: { text: 'night' },
      list: 'mute_time_intervals',
      intervals: [
        {
          times: [{ from: 1320, to: 1440 }],
          weekdays: [{ from: 1, to: 5 }],
          daysOfMonth: [{ from: 1, to: 3 }],
        },
      ],
    },
  ]);
});

it('takes a matcher that is half known as unknown', () => {
  const spec = 'route: { receiver: a, matchers: [{ name: x, value: HOLE }] }\nreceivers: [{ name: a }]';
  const [document] = parseYaml(spec);
  const from = spec.indexOf('HOLE');
  const holes = [{ from, to: from + 4 }];
  const context = { text: spec, version: [0, 34], holes } as const;
  const { model, findings } = readOperatorSpec(
    document?.root ?? { kind: 'scalar', style: 'plain', value: '', span: { from: 0, to: 0 } },
    'v1alpha1',
    context,
  );
  expect(findings).toEqual([]);
  expect(model.route).toMatchObject({ isOpen: true, matchers: [] });
});

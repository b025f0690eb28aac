import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeConfig, decodePart } from './decode';
import { receiver } from './schema/receiver';
import { config, findingsIn, reading, SETTINGS } from './testing';

const http = (fields: string): string =>
  config(`global:\n  http_config:\n    ${fields.replaceAll('\n', '\n    ')}\n`);
const inhibit = (fields: string): string => config(`inhibit_rules:\n- ${fields}\n`);
const times = (fields: string): string =>
  config(`time_intervals:\n- name: t\n  time_intervals:\n  - ${fields}\n`);
const route = (fields: string): string => `route: {receiver: a, ${fields}}\nreceivers: [{name: a}]\n`;
const child = (fields: string): string => route(`routes: [{${fields}}]`);

describe('what Alertmanager accepts', () => {
  it.each([
    ['the least', config('')],
    ['nulls', config('global:\ninhibit_rules: ~\ntime_intervals: null\ntemplates:\ntracing:\n')],
    ['null items', config('inhibit_rules: [null]\ntime_intervals: [null]\n')],
    ['one null receiver', 'route: {receiver: a}\nreceivers: [{name: a}, null]\n'],
    ['null fields of a route', route('group_by: , group_wait: , routes: null, continue: ')],
    ['no labels to group by', route('group_by: []')],
    ['all labels', route("group_by: ['...']")],
    ['a label in Unicode', route('group_by: [größe]')],
    ['a zero group_wait', route('group_wait: 0s')],
    ['booleans of YAML 1.1', child('continue: yes')],
    ['a time interval of no times', config('time_intervals: [{name: a}]\n')],
    ['an empty smarthost', config("global: {smtp_smarthost: ''}\n")],
    ['the token of a hidden secret', config('global: {slack_api_url: <secret>}\n')],
    ['an empty user', http('basic_auth: {}')],
    ['a relative proxy', http('proxy_url: proxy')],
    ['an alias', 'route: &r {receiver: a}\nreceivers: [{name: a}]\ntemplates: [x]\n'],
    ['a merge', config('global:\n  http_config: {<<: {follow_redirects: false}, enable_http2: true}\n')],
  ])('%s', (_, text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('structure', () => {
  it.each([
    ['«-» a', ['wrong-type']],
    ['«text»', ['wrong-type']],
    [config('«reciever»: x\n'), ['unknown-field']],
    [config('global: {«resolve_timout»: 5m}\n'), ['unknown-field']],
    [config('global: «[]»\n'), ['wrong-type']],
    [config('templates: «x»\n'), ['wrong-type']],
    [config('templates: [«[x]»]\n'), ['wrong-type']],
    [config("global: {smtp_require_tls: «'true'»}\n"), ['wrong-type']],
    [config('global:\n  resolve_timeout: 5m\n  «resolve_timeout»: 5m\n'), ['yaml/duplicate-key']],
    [route('routes: [«null»]'), ['null-item']],
    ['route:\n  receiver: a\n  routes:\n  «-»\nreceivers: [{name: a}]\n', ['null-item']],
    [child('continue: «"true"»'), ['wrong-type']],
    [config('time_intervals: [«{}»]\n'), ['missing-field']],
    [config("time_intervals: [{name: «''»}]\n"), ['missing-field']],
    ['route: {receiver: a}\nreceivers: [{name: a}, «Null»]\n', ['missing-field']],
    [config('global: {http_config: {<<: {«nope»: 1}}}\n'), ['unknown-field']],
  ])('%s', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });

  it('says what was meant, and where a field belongs', () => {
    const messages = (text: string): string[] => findingsIn(text).map(({ message }) => message);
    expect(messages(config('route_: x\n'))).toEqual([
      'unknown field "route_"; an Alertmanager configuration has only global, templates, route, receivers, inhibit_rules, time_intervals, mute_time_intervals, tracing, event_recorder',
    ]);
    expect(messages(config('global: {resolve_timout: 5m}\n'))).toEqual([
      'unknown field "resolve_timout"; did you mean "resolve_timeout"?',
    ]);
    expect(messages(config('global: {basic_auth: {}}\n'))).toEqual([
      'unknown field "basic_auth"; put it under "http_config"',
    ]);
    expect(messages(config('group_wait: 5m\n'))).toEqual([
      'unknown field "group_wait"; put it under "route"',
    ]);
  });
});

describe('routes', () => {
  it.each([
    [route('group_by: [a, «a»]'), ['duplicate-group-label']],
    [route("group_by: [a, «'...'»]"), ['group-by-all']],
    [route("group_by: [«''»]"), ['invalid-label-name']],
    [route('group_by: «[null]»'), ['invalid-label-name']],
    [route('group_wait: «5»'), ['invalid-duration']],
    [route('group_interval: «0s»'), ['zero-duration']],
    [route('repeat_interval: «0»'), ['zero-duration']],
    [route('group_interval: 5m, repeat_interval: «1m»'), ['repeat-interval']],
    [child('matchers: [a=b, «a»]'), ['matchers/syntax']],
    [child("matchers: ['a=~«(»']"), ['matchers/regex']],
    [child('matchers: «a=b»'), ['wrong-type']],
    [child('«match»: {«"ü"»: b}'), ['deprecated-field', 'invalid-label-name']],
    [child('«match_re»: {a: «(»}'), ['deprecated-field', 'invalid-regex']],
    [child('«match_re»: {«a»: null}'), ['deprecated-field', 'null-item']],
    [child("labels: {«''»: x}"), ['invalid-label-name']],
  ])('%s', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });
});

describe('inhibit rules', () => {
  it.each([
    [inhibit('source_matchers: [«a»]'), ['matchers/syntax']],
    [inhibit("equal: [«''»]"), ['invalid-label-name']],
    [inhibit('«source_match»: {«a-b»: c}'), ['deprecated-field', 'invalid-label-name']],
  ])('%s', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });
});

describe('time intervals', () => {
  it.each([
    [times('times: [«{start_time: "08:00"}»]'), ['time-range']],
    [times('times: [{start_time: «"8:00"», end_time: "17:00"}]'), ['invalid-time']],
    [times('times: [{start_time: "08:00", end_time: «"08:00"»}]'), ['time-range']],
    [times('weekdays: [«mon»]'), ['invalid-weekday']],
    [times("weekdays: [«''»]"), ['invalid-weekday']],
    [times("days_of_month: [«'29:-1'»]"), ['invalid-day-of-month']],
    [times('months: [«foo»]'), ['invalid-month']],
    [times("years: [«'2026:2025'»]"), ['invalid-year']],
    [times('location: «europe/berlin»'), ['unknown-location']],
  ])('%s', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });
});

describe('http_config', () => {
  it.each([
    [http('basic_auth: {username: a, «username_file»: b}'), ['exclusive-fields']],
    [http('basic_auth: {}\n«authorization»: {}'), ['exclusive-fields']],
    [http('authorization: {type: «Basic»}'), ['invalid-value']],
    [
      http('basic_auth: {}\n«bearer_token»: x').replace('«bearer_token»', '««bearer_token»»'),
      ['deprecated-field', 'exclusive-fields'],
    ],
    [http('oauth2: «{token_url: x}»'), ['missing-field']],
    [http('tls_config: {«cert_file»: x}'), ['missing-field']],
    [http('tls_config: {min_version: «TLS1»}'), ['invalid-value']],
    [http('tls_config: {ca: x, «ca_file»: y}'), ['exclusive-fields']],
    [http('«no_proxy»: x'), ['missing-field']],
    [http('proxy_from_environment: true\n«proxy_url»: x'), ['exclusive-fields']],
    [http('«proxy_connect_header»: {a: [b]}'), ['missing-field']],
    [http('http_headers: {«authorization»: {}}'), ['reserved-header']],
  ])('%s', (text, codes) => {
    const found = reading(text);
    expect([...found.codes].sort()).toEqual([...codes].sort());
    expect(found.text).toBe(text);
  });
});

describe('versions', () => {
  it.each([
    [[0, 29], config('«tracing»: {endpoint: x}\n'), ['unsupported-field']],
    [[0, 30], config('tracing: {endpoint: x}\n'), []],
    [[0, 32], config('«event_recorder»: {}\n'), ['unsupported-field']],
    [[0, 33], route('«labels»: {a: b}'), ['unsupported-field']],
    [[0, 29], inhibit('«name»: a'), ['unsupported-field']],
    [[0, 27], inhibit('equal: [«ü»]'), ['invalid-label-name']],
    [[0, 28], inhibit('equal: [ü]'), []],
    [[0, 27], http('oauth2: «{client_id: a, token_url: b}»'), ['missing-field']],
    [[0, 28], http('oauth2: {client_id: a, token_url: b}'), []],
    [[0, 27], http('«http_headers»: {}'), ['unsupported-field']],
    [[0, 33], config('event_recorder: {«stdout_outputs»: [{}]}\n'), ['unsupported-field']],
    [
      [0, 34],
      config('event_recorder: {webhook_outputs: [{url: "http://x", «batch_max_bytes»: 5}]}\n'),
      ['missing-field'],
    ],
    [
      [0, 34],
      config('event_recorder: {kafka_outputs: [{brokers: [a], topic: t, acks: «some»}]}\n'),
      ['invalid-value'],
    ],
    [[0, 34], config("event_recorder: {kafka_outputs: [{brokers: [«''»], topic: t}]}\n"), ['invalid-value']],
  ] as const)('%j %s', (version, text, codes) => {
    expect(reading(text, { version })).toEqual({ codes, text });
  });
});

describe('modes of matchers and names', () => {
  it.each([
    ['classic', route('group_by: [«ü»]'), ['invalid-label-name']],
    ['utf8', route('group_by: [ü]'), []],
    ['utf8', child("matchers: ['foo=«=»bar']"), undefined],
    ['fallback', child("matchers: ['{foo=bar']"), ['matchers/classic-only']],
    ['classic', child("matchers: ['{foo=bar']"), []],
  ] as const)('%s: %s', (matchers, text, codes) => {
    const found = reading(text, { matchers });
    if (codes) expect(found.codes).toEqual(codes);
    else expect(found.codes).not.toEqual([]);
  });
});

describe('what can’t be known', () => {
  const holesOf = (text: string): { from: number; to: number }[] =>
    Array.from(text.matchAll(/X+/g), ({ index, 0: hole }) => ({ from: index, to: index + hole.length }));

  it.each([
    ['a templated value', config('global: {smtp_smarthost: XXX}\n')],
    ['a templated name', 'route: {receiver: XXX}\nreceivers: [{name: a}]\n'],
    ['receivers that are filled in', 'route: {receiver: b}\nreceivers: XXX\n'],
    ['one receiver that is filled in', 'route: {receiver: b}\nreceivers: [{name: XXX}]\n'],
    [
      'a global value for a receiver',
      'route: {receiver: a}\nglobal: {slack_api_url: XXX}\nreceivers: [{name: a, slack_configs: [{}]}]\n',
    ],
    ['half of a pair', http('tls_config: {cert_file: XXX, key_file: XXX}')],
  ])('%s', (_, text) => {
    expect(findingsIn(text, { holes: holesOf(text) })).toEqual([]);
  });

  it('reads on behind a fault of YAML, and concludes nothing from guesses', () => {
    const text =
      'route:\n  receiver: a\n  group_wait: 5x\n  routes:\n  - rec\n    continue: 1\nreceivers:\n- name: b\n';
    expect(findingsIn(text).map(({ code }) => code)).toEqual([
      'alertmanager/invalid-duration',
      'yaml/missing-colon',
    ]);
  });

  it('takes any depth', () => {
    const deep = `route: ${'{receiver: a, routes: ['.repeat(3000)}${']}'.repeat(3000)}\nreceivers: [{name: a}]`;
    expect(findingsIn(deep)).toEqual([]);
  });
});

describe('the model', () => {
  const text = `route:
  receiver: a
  routes:
  - matchers: [a="b", 'c=~d']
    match: {e: f}
    receiver: b
    continue: true
    group_wait: 1m
    mute_time_intervals: [t]
receivers:
- name: a
- name: b
  slack_configs:
  - api_url: https://x
inhibit_rules:
- {name: n, source_matchers: [a=b], target_matchers: [c=d], equal: [e]}
time_intervals:
- name: t
  time_intervals:
  - {times: [{start_time: '09:00', end_time: '17:00'}], weekdays: ['monday:friday'], location: UTC}
`;
  const [document] = parseYaml(text, { dialect: 'v2' });
  const { model } = decodeConfig(document?.root, { ...SETTINGS, text });

  it('has routes with their matchers', () => {
    const [first] = model.route?.routes ?? [];
    expect(first).toMatchObject({
      receiver: { text: 'b' },
      continues: true,
      groupWait: 60_000,
      isOpen: false,
    });
    expect(first?.matchers.map(({ matcher: { name, operator, value } }) => name + operator + value)).toEqual([
      'e=f',
      'a=b',
      'c=~d',
    ]);
    expect(first?.muteTimeIntervals.map((name) => name.text)).toEqual(['t']);
  });

  it('has receivers, inhibit rules and time intervals', () => {
    expect(model.receivers.map(({ name, integrations }) => [name.text, integrations.length])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(model.inhibitRules).toMatchObject([{ name: { text: 'n' }, equal: [{ text: 'e' }] }]);
    expect(model.timeIntervals).toMatchObject([
      {
        name: { text: 't' },
        intervals: [{ times: [{ from: 540, to: 1020 }], weekdays: [{ from: 1, to: 5 }], location: 'UTC' }],
      },
    ]);
  });

  it('decodes a part by itself', () => {
    const part = 'name: x\nfoo: 1';
    const [read] = parseYaml(part, { dialect: 'v2' });
    const { struct, findings } = decodePart(read!.root!, receiver, { ...SETTINGS, text: part });
    expect(struct?.fields.has('name')).toBe(true);
    expect(findings.map(({ code }) => code)).toEqual(['alertmanager/unknown-field']);
  });
});

import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { crossFindings } from './cross';
import { decodeConfig } from './decode';
import { configFacts } from './facts';
import { findingsIn, reading, SETTINGS } from './testing';

const receivers = 'receivers: [{name: a}]\n';
const integration = (global: string, config: string): string =>
  `route: {receiver: a}\n${global}receivers:\n- name: a\n  ${config}\n`;

describe('the root route', () => {
  it.each([
    ['«»', ['missing-route']],
    ['«receivers»: [{name: a}]\n', ['missing-route']],
    [`«route»:\n${receivers}`, ['missing-route']],
    [`route: «{}»\n${receivers}`, ['root-route']],
    [`route: {«receiver»: ''}\n${receivers}`, ['root-route']],
    [`route: {receiver: a, «matchers»: [a=b]}\n${receivers}`, ['root-route']],
    [`route: {receiver: a, «continue»: true}\n${receivers}`, ['root-route']],
    [`route: {receiver: a, continue: false, matchers: [], mute_time_intervals: []}\n${receivers}`, []],
    [
      `route: {receiver: a, «active_time_intervals»: [t]}\n${receivers}time_intervals: [{name: t}]\n`,
      ['root-route'],
    ],
    [`«rout»: {receiver: a}\n${receivers}`, ['unknown-field']],
  ])('%j', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });
});

describe('names', () => {
  it.each([
    ['route: {receiver: «b»}\nreceivers: [{name: a}]\n', ['undefined-receiver']],
    ['route: {receiver: «a»}\n', ['undefined-receiver']],
    [
      'route: {receiver: a, routes: [{routes: [{receiver: «b»}]}]}\nreceivers: [{name: a}]\n',
      ['undefined-receiver'],
    ],
    ['route: {receiver: a}\nreceivers: [{name: a}, {name: «a»}]\n', ['duplicate-receiver']],
    ['route: {receiver: a}\nreceivers:\n- name: a\n-\n«-»\n', ['duplicate-receiver']],
    [
      `route: {receiver: a, routes: [{mute_time_intervals: [«t»]}]}\n${receivers}`,
      ['undefined-time-interval'],
    ],
    [
      `route: {receiver: a, routes: [{active_time_intervals: [«null»]}]}\n${receivers}`,
      ['undefined-time-interval'],
    ],
    [
      `route: {receiver: a}\n${receivers}time_intervals: [{name: t}, {name: «t»}]\n`,
      ['duplicate-time-interval'],
    ],
    // A receiver without a name may be the one that is meant.
    ['route: {receiver: b}\nreceivers: [{«nam»: b}]\n', ['unknown-field']],
  ])('%j', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });

  it('shares the names of both lists of time intervals', () => {
    const text = `route: {receiver: a}\n${receivers}time_intervals: [{name: «t»}]\n«mute_time_intervals»: [{name: t}]\n`;
    expect(reading(text).codes.sort()).toEqual(['deprecated-field', 'duplicate-time-interval']);
  });

  it('says what was meant, and where that is', () => {
    const [finding] = findingsIn('route: {receiver: teem}\nreceivers: [{name: team}]\n');
    expect(finding?.message).toBe('there is no receiver "teem"; did you mean "team"?');
    expect(finding?.related).toEqual([{ span: { from: 43, to: 47 }, message: 'the receiver "team"' }]);
  });
});

describe('what integrations take from global', () => {
  it.each([
    [integration('', 'slack_configs: [«{}»]'), ['missing-global']],
    [integration('global: {slack_api_url: "https://x"}\n', 'slack_configs: [{}]'), []],
    [
      integration('global: {pagerduty_url: null}\n', 'pagerduty_configs: [«{routing_key: x}»]'),
      ['missing-global'],
    ],
    [integration('global: ~\n', 'pagerduty_configs: [{routing_key: x}]'), []],
    [integration('', 'email_configs: [«{to: x, from: y}»]'), ['missing-global']],
    [integration('', 'opsgenie_configs: [{api_key: x}]'), []],
    [integration('global: {«slack_ap_url»: x}\n', 'slack_configs: [{}]'), ['unknown-field']],
    [integration('global: {slack_api_url: «x»}\n', 'slack_configs: [{}]'), ['invalid-url']],
  ])('%j', (text, codes) => {
    expect(reading(text)).toEqual({ codes, text });
  });

  it.each([
    ['global: {slack_api_url: "https://x", «slack_app_token»: t}\n', ['exclusive-fields']],
    ['global: {slack_api_url: "https://slack.com/api/chat.postMessage", slack_app_token: t}\n', []],
    ['global: {rocketchat_token: "", «rocketchat_token_file»: f}\n', ['exclusive-fields']],
    ['global: {opsgenie_api_key: k, «opsgenie_api_key_file»: f}\n', ['exclusive-fields']],
  ])('%s', (global, codes) => {
    const text = integration(global, 'labels: {}');
    expect(reading(text)).toEqual({ codes, text });
  });
});

describe('pieces', () => {
  const facts = (text: string) => {
    const [document] = parseYaml(text, { dialect: 'v2' });
    return configFacts(decodeConfig(document?.root, { ...SETTINGS, text }).model);
  };
  const shifted = (by: number) => ({ toHost: (at: number) => at + by, toFragment: (at: number) => at - by });

  it('are seen together, each in its place', () => {
    const pieces = [
      { facts: facts('route: {receiver: b}'), map: shifted(0) },
      { facts: facts('receivers: [{name: a}]'), map: shifted(100) },
      { facts: facts('receivers: [{name: a}]'), map: shifted(200) },
    ];
    const found = crossFindings(pieces, SETTINGS).map(({ code, span }) => [
      code.replace('alertmanager/', ''),
      span.from,
    ]);
    expect(found).toEqual([
      ['duplicate-receiver', 219],
      ['undefined-receiver', 18],
    ]);
  });
});

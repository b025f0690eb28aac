import { describe, expect, it } from 'vitest';
import { adviceOn, fixed } from './testing';

/** A configuration with one receiver that has these lines. */
function receiver(...lines: string[]): string {
  return `route: {receiver: a, group_by: ['...']}\nreceivers:\n- name: a\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function expectMarks(code: string, text: string): void {
  expect(adviceOn(text, code).marked).toBe(text);
}

describe('secrets', () => {
  it.each([
    ['a key', ['pagerduty_configs:', '- routing_key: «abc»']],
    ['a file', ['pagerduty_configs:', '- routing_key_file: abc']],
    ['a webhook of Slack', ['slack_configs:', '- api_url: «https://hooks.slack.com/services/x»']],
    [
      'Slack’s API',
      [
        'slack_configs:',
        '- api_url: https://slack.com/api/chat.postMessage',
        '  http_config: {bearer_token_file: x}',
      ],
    ],
    ['what stands for a secret', ['opsgenie_configs:', "- api_key: '<secret>'"]],
    ['what is filled in', ['opsgenie_configs:', '- api_key: ${OPSGENIE_KEY}']],
    ['what has no file', ['sns_configs:', '- topic_arn: x', '  sigv4: {access_key: a, secret_key: b}']],
    ['a webhook', ['webhook_configs:', '- url: http://localhost:5001/alerts']],
    ['a webhook with a token', ['webhook_configs:', '- url: «https://example.com/hook?token=abc»']],
    ['a webhook with a password', ['webhook_configs:', '- url: «https://user:word@example.com/»']],
    [
      'a client’s password',
      [
        'webhook_configs:',
        '- url: http://x.com',
        '  http_config: {basic_auth: {username: a, password: «b»}}',
      ],
    ],
  ])('%s', (_, lines) => {
    expectMarks('plain-secret', receiver(...lines));
  });

  it('asks for files only where the target version has them', () => {
    const text = receiver('wechat_configs:', '- {api_secret: s, corp_id: c}');
    expect(adviceOn(text, 'plain-secret', { version: [0, 30] }).found).toEqual([]);
    expect(adviceOn(text, 'plain-secret', { version: [0, 31] }).found).toHaveLength(1);
  });
});

describe('\\n in templates', () => {
  const slack = (...lines: string[]): string =>
    receiver('slack_configs:', '- api_url_file: f', ...lines.map((line) => `  ${line}`));

  it.each([
    ['in single quotes', slack("text: 'a«\\n»b'")],
    ['without quotes', slack('text: a«\\n»b')],
    ['in double quotes', slack('text: "a\\nb"')],
    ['in an action', slack(`text: '{{ join "\\n" .Alerts }}'`)],
    ['behind an action', slack(`text: '{{ .Status }}«\\n»{{ .Receiver }}'`)],
    ['escaped', slack("text: 'a\\\\nb'")],
    ['in a block scalar', slack('text: |-', '  a«\\n»b')],
    [
      'in a field that is no template',
      slack("api_url_file: 'a\\nb'").replace('- api_url_file: f\n', '- channel: x\n'),
    ],
    ['in a list', slack(`fields: [{title: a, value: 'b«\\n»c'}]`)],
    ['in a map', receiver('opsgenie_configs:', "- {api_key_file: f, details: {a: 'b«\\n»c'}}")],
    [
      'in nested details',
      receiver('pagerduty_configs:', "- {routing_key_file: f, details: {a: {b: ['c«\\n»d']}}}"),
    ],
    [
      'in the short form of a struct',
      receiver('jira_configs:', "- {api_url: http://x.com, project: p, issue_type: t, summary: 'a«\\n»b'}"),
    ],
  ])('%s', (_, text) => {
    expectMarks('escaped-newline', text);
  });

  it.each([
    ["text: 'a\\nb\\nc'", 'text: "a\\nb\\nc"'],
    [`text: '{{ join "\\n" .Names }}\\n''x'''`, `text: "{{ join \\"\\\\n\\" .Names }}\\n'x'"`],
    ['text: a\\d\\nb', 'text: "a\\\\d\\nb"'],
  ])('%s becomes %s', (line, expected) => {
    expect(fixed(adviceOn(slack(line), 'escaped-newline'))).toBe(slack(expected));
  });
});

describe('resolved alerts', () => {
  it.each([
    ['PagerDuty without', ['pagerduty_configs:', '- {routing_key_file: f}']],
    ['PagerDuty never', ['pagerduty_configs:', '- {routing_key_file: f, «send_resolved»: false}']],
    ['a webhook never', ['webhook_configs:', '- {url: http://x.com, send_resolved: false}']],
  ])('incidents: %s', (_, lines) => {
    expectMarks('incident-stays-open', receiver(...lines));
  });

  it.each([
    ['Slack without', ['slack_configs:', '- «api_url_file»: f']],
    ['Slack with', ['slack_configs:', '- api_url_file: f', '  send_resolved: true']],
    ['Slack never', ['slack_configs:', '- {api_url_file: f, send_resolved: false}']],
    ['a webhook without', ['webhook_configs:', '- url: http://x.com']],
  ])('messages: %s', (_, lines) => {
    expectMarks('silent-resolution', receiver(...lines));
  });

  it('are asked for by a fix', () => {
    const block = adviceOn(receiver('slack_configs:', '- api_url_file: f'), 'silent-resolution');
    expect(fixed(block)).toBe(receiver('slack_configs:', '- send_resolved: true', '  api_url_file: f'));
    const flow = adviceOn(receiver('slack_configs:', '- {api_url_file: f}'), 'silent-resolution');
    expect(fixed(flow, 1)).toBe(receiver('slack_configs:', '- {send_resolved: false, api_url_file: f}'));
  });
});

describe('channels of Slack', () => {
  const channel = (value: string): string =>
    receiver('slack_configs:', '- api_url_file: f', `  channel: ${value}`);

  it.each([
    ["'#alerts'"],
    ["'@alice'"],
    ['C024BE91L'],
    ["'{{ .GroupLabels.channel }}'"],
    ['«alerts»'],
    ["''"],
    ['«"my alerts"»'],
  ])('%s', (value) => {
    expectMarks('slack-channel', channel(value));
  });

  it('get their #', () => {
    expect(fixed(adviceOn(channel('alerts'), 'slack-channel'))).toBe(channel("'#alerts'"));
    expect(adviceOn(channel('my alerts'), 'slack-channel').found[0]?.fixes).toEqual([]);
  });

  it.each([['«#alerts»'], ["'#alerts'"], [''], ['# to be decided'], ['null']])('comments: %s', (value) => {
    expectMarks('commented-channel', channel(value));
  });

  it('are put in quotes', () => {
    expect(fixed(adviceOn(channel('#alerts'), 'commented-channel'))).toBe(channel("'#alerts'"));
  });
});

describe('connectors of Microsoft Teams', () => {
  it.each([
    ['connectors', ['«msteams_configs»:', '- webhook_url_file: f', '- webhook_url_file: g']],
    ['workflows', ['msteamsv2_configs:', '- webhook_url_file: f']],
  ])('%s', (_, lines) => {
    expectMarks('retired-teams-connector', receiver(...lines));
  });
});

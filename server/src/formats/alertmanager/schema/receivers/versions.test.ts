import { describe, expect, it } from 'vitest';
import { readConfig } from '../../read';

/** Whether a version accepts a receiver with this integration, by its source; amtool tells of one version only. */
function accepts(minor: number, integration: string, global = '{}'): boolean {
  const text = `global: ${global}\nroute: {receiver: a}\nreceivers: [{name: a, ${integration}}]\n`;
  const { findings } = readConfig(text, { version: [0, minor], matchers: 'fallback' });
  return findings.every(({ severity }) => severity !== 'error');
}

/** What a version changes: its minor number, an integration, and `global` beside it. */
type Step = [what: string, since: number, integration: string, global?: string];

describe('versions of Alertmanager', () => {
  it.each<Step>([
    ['a templated webhook', 31, `webhook_configs: [{url: '{{ .Receiver }}'}]`],
    ['an empty URL beside a file', 31, `webhook_configs: [{url: '', url_file: f}]`],
    ['a webhook’s payload', 32, 'webhook_configs: [{url: http://x.com, payload: {a: b}}]'],
    ['a file with Discord’s webhook', 28, 'discord_configs: [{webhook_url_file: f}]'],
    ['nested details of PagerDuty', 30, 'pagerduty_configs: [{routing_key: k, details: {a: {b: c}}}]'],
    ['a Slack app without a webhook', 30, 'slack_configs: [{app_token: t}]'],
    ['a Slack app from global', 30, 'slack_configs: [{}]', '{slack_app_token: t}'],
    ['a token of Telegram from global', 31, 'telegram_configs: [{chat_id: 1}]', '{telegram_bot_token: t}'],
    ['a file with Telegram’s chat', 31, 'telegram_configs: [{bot_token: t, chat_id_file: f}]'],
    [
      'Mattermost’s webhook from global',
      32,
      'mattermost_configs: [{}]',
      '{mattermost_webhook_url: http://x.com}',
    ],
    ['Jira', 28, 'jira_configs: [{api_url: http://x.com, project: p, issue_type: t}]'],
    [
      'Jira’s summary as a mapping',
      30,
      'jira_configs: [{api_url: http://x.com, project: p, issue_type: t, summary: {template: s}}]',
    ],
    [
      'threads of mail',
      30,
      'email_configs: [{to: a, from: b, smarthost: "c:1", threading: {enabled: true, thread_by_date: daily}}]',
    ],
  ])('accept %s since 0.%i', (_, since, integration, global) => {
    expect(accepts(since, integration, global)).toBe(true);
    expect(accepts(since - 1, integration, global)).toBe(false);
  });

  it.each<Step>([
    [
      'threads of mail without a date',
      31,
      'email_configs: [{to: a, from: b, smarthost: "c:1", threading: {enabled: true}}]',
    ],
    ['Slack without a client', 30, 'slack_configs: [{api_url: http://x.com}]', '{http_config: }'],
    [
      'Teams workflows without a client',
      34,
      'msteamsv2_configs: [{webhook_url: http://x.com}]',
      '{http_config: }',
    ],
  ])('refuse %s since 0.%i', (_, since, integration, global) => {
    expect(accepts(since - 1, integration, global)).toBe(true);
    expect(accepts(since, integration, global)).toBe(false);
  });
});

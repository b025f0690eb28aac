import { discordConfig } from './discord';
import { emailConfig } from './email';
import { incidentioConfig } from './incidentio';
import { jiraConfig } from './jira';
import { mattermostConfig } from './mattermost';
import { msteamsConfig, msteamsV2Config } from './msteams';
import { msteamsV2WithGlobal, slackWithGlobal, type Integration, type Need } from './needs';
import { opsgenieConfig } from './opsgenie';
import { pagerdutyConfig } from './pagerduty';
import { pushoverConfig } from './pushover';
import { rocketchatConfig } from './rocketchat';
import { slackConfig } from './slack';
import { snsConfig } from './sns';
import { telegramConfig } from './telegram';
import { victoropsConfig } from './victorops';
import { webexConfig } from './webex';
import { webhookConfig } from './webhook';
import { wechatConfig } from './wechat';

export { needFaults, type Integration, type Need, type NeedFault } from './needs';

/** A URL that `global` has a default for. */
function serviceUrl(own: string, global: string): Need {
  return { what: 'a URL', own: [own], global: [global], hasDefault: true };
}

/** Every kind of integration, in the order of Receiver (config/config.go). */
export const integrations: readonly Integration[] = [
  { field: 'discord_configs', struct: discordConfig, sendsResolved: true },
  {
    field: 'email_configs',
    struct: emailConfig,
    sendsResolved: false,
    needs: [
      { what: 'a mail server', own: ['smarthost'], global: ['smtp_smarthost'] },
      { what: 'a sender', own: ['from'], global: ['smtp_from'] },
    ],
  },
  { field: 'incidentio_configs', struct: incidentioConfig, sendsResolved: true, since: [0, 29] },
  {
    field: 'pagerduty_configs',
    struct: pagerdutyConfig,
    sendsResolved: true,
    needs: [serviceUrl('url', 'pagerduty_url')],
  },
  {
    field: 'slack_configs',
    struct: slackConfig,
    sendsResolved: false,
    needs: [
      {
        what: 'a webhook',
        own: ['api_url', 'api_url_file'],
        global: ['slack_api_url', 'slack_api_url_file'],
        removed: [0, 30],
      },
      { ...serviceUrl('app_url', 'slack_app_url'), since: [0, 30] },
    ],
    withGlobal: slackWithGlobal,
  },
  { field: 'webhook_configs', struct: webhookConfig, sendsResolved: true },
  {
    field: 'opsgenie_configs',
    struct: opsgenieConfig,
    sendsResolved: true,
    needs: [
      serviceUrl('api_url', 'opsgenie_api_url'),
      {
        what: 'an API key',
        own: ['api_key', 'api_key_file'],
        global: ['opsgenie_api_key', 'opsgenie_api_key_file'],
      },
    ],
  },
  {
    field: 'wechat_configs',
    struct: wechatConfig,
    sendsResolved: false,
    needs: [
      serviceUrl('api_url', 'wechat_api_url'),
      {
        what: 'a secret',
        own: ['api_secret', 'api_secret_file'],
        global: ['wechat_api_secret', 'wechat_api_secret_file'],
      },
      { what: 'the ID of the company', own: ['corp_id'], global: ['wechat_api_corp_id'] },
    ],
  },
  { field: 'pushover_configs', struct: pushoverConfig, sendsResolved: true },
  {
    field: 'victorops_configs',
    struct: victoropsConfig,
    sendsResolved: true,
    needs: [
      serviceUrl('api_url', 'victorops_api_url'),
      {
        what: 'an API key',
        own: ['api_key', 'api_key_file'],
        global: ['victorops_api_key', 'victorops_api_key_file'],
      },
    ],
  },
  { field: 'sns_configs', struct: snsConfig, sendsResolved: true },
  {
    field: 'telegram_configs',
    struct: telegramConfig,
    sendsResolved: true,
    needs: [
      { what: 'the token of a bot', own: ['bot_token', 'bot_token_file'], global: [], removed: [0, 31] },
      {
        what: 'the token of a bot',
        own: ['bot_token', 'bot_token_file'],
        global: ['telegram_bot_token', 'telegram_bot_token_file'],
        since: [0, 31],
      },
    ],
  },
  {
    field: 'webex_configs',
    struct: webexConfig,
    sendsResolved: true,
    needs: [serviceUrl('api_url', 'webex_api_url')],
  },
  { field: 'msteams_configs', struct: msteamsConfig, sendsResolved: true },
  {
    field: 'msteamsv2_configs',
    struct: msteamsV2Config,
    sendsResolved: true,
    since: [0, 28],
    withGlobal: msteamsV2WithGlobal,
  },
  {
    field: 'jira_configs',
    struct: jiraConfig,
    sendsResolved: true,
    since: [0, 28],
    needs: [{ what: 'a URL', own: ['api_url'], global: ['jira_api_url'] }],
  },
  {
    field: 'rocketchat_configs',
    struct: rocketchatConfig,
    sendsResolved: false,
    since: [0, 28],
    needs: [
      {
        what: 'the ID of a user',
        own: ['token_id', 'token_id_file'],
        global: ['rocketchat_token_id', 'rocketchat_token_id_file'],
        pointers: ['token_id', 'rocketchat_token_id'],
      },
      {
        what: 'a token',
        own: ['token', 'token_file'],
        global: ['rocketchat_token', 'rocketchat_token_file'],
        pointers: ['token', 'rocketchat_token'],
      },
    ],
  },
  {
    field: 'mattermost_configs',
    struct: mattermostConfig,
    sendsResolved: true,
    since: [0, 30],
    needs: [
      { what: 'a webhook', own: ['webhook_url', 'webhook_url_file'], global: [], removed: [0, 32] },
      {
        what: 'a webhook',
        own: ['webhook_url', 'webhook_url_file'],
        global: ['mattermost_webhook_url', 'mattermost_webhook_url_file'],
        since: [0, 32],
      },
    ],
  },
];

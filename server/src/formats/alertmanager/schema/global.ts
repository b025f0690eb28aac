import { presence, presenceOfAny } from '../../structure/presence';
import type {
  DecodedStruct,
  DecodedValue,
  FieldInfo,
  Report,
  StructInfo,
  Version,
} from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { duration, hostPort, pointerSecret, secretUrl, url } from './checks';
import { checked, docs, file, flag, struct, text } from './fields';
import { httpConfig, tlsConfig } from './http-config';

const EXCLUSIVE: AlertmanagerCode = 'alertmanager/exclusive-fields';

/** A secret, and the field with the file that holds it. */
function secret(name: string, summary: string, since?: Version, fileSince = since): readonly FieldInfo[] {
  return [
    text(name, summary, { secret: { file: `${name}_file` }, since }),
    file(`${name}_file`, `File with ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`, {
      since: fileSince,
    }),
  ];
}

function address(name: string, what: string, value: string, since?: Version): FieldInfo {
  return checked(name, url, `Where ${what} is reached.`, { default: `\`${value}\``, since });
}

const rocketchatSecret = (name: string, summary: string): readonly FieldInfo[] =>
  secret(name, summary, [0, 28]).map((field) =>
    field.path ? field : { ...field, type: { kind: 'string', check: pointerSecret } },
  );

/** Source: config/config.go, GlobalConfig and DefaultGlobalConfig. */
export const global: StructInfo = {
  id: 'global',
  title: 'the global section',
  link: docs('file-layout-and-global-settings'),
  fields: [
    checked(
      'resolve_timeout',
      duration,
      'How long an alert without an end time lives after its last update.',
      {
        default: '`5m`',
        details: 'Prometheus always sends an end time, so it matters for other senders only.',
      },
    ),
    struct(
      'http_config',
      () => httpConfig,
      'How integrations without an `http_config` of their own make requests.',
    ),

    text('smtp_from', 'The sender of e-mails.', { example: 'smtp_from: alertmanager@example.com' }),
    checked('smtp_smarthost', hostPort, 'The mail server, `host:port`; usually port 587, or 25.', {
      example: 'smtp_smarthost: smtp.example.com:587',
    }),
    text('smtp_hello', 'The name by which Alertmanager introduces itself to the mail server.', {
      default: '`localhost`',
    }),
    text('smtp_auth_username', 'User at the mail server, for CRAM-MD5, LOGIN and PLAIN.'),
    ...secret('smtp_auth_password', 'Password at the mail server, for LOGIN and PLAIN.'),
    ...secret('smtp_auth_secret', 'Secret at the mail server, for CRAM-MD5.', undefined, [0, 31]),
    text('smtp_auth_identity', 'Identity at the mail server, for PLAIN.'),
    flag('smtp_require_tls', 'Refuse to send without STARTTLS.', { default: '`true`' }),
    struct('smtp_tls_config', () => tlsConfig, 'TLS of the connection to the mail server.', {
      since: [0, 28],
    }),
    flag('smtp_force_implicit_tls', 'Begin with TLS at once (`true`) or with STARTTLS (`false`).', {
      default: 'by the port: TLS at once on 465',
      since: [0, 31],
    }),

    checked('slack_api_url', secretUrl, 'The URL of a Slack incoming webhook.', {
      secret: { file: 'slack_api_url_file' },
    }),
    file('slack_api_url_file', 'File with the URL of a Slack incoming webhook.'),
    ...secret('slack_app_token', 'Token of a Slack app, in place of a webhook.', [0, 30]),
    address('slack_app_url', 'Slack’s API for apps', 'https://slack.com/api/chat.postMessage', [0, 30]),
    address('pagerduty_url', 'PagerDuty', 'https://events.pagerduty.com/v2/enqueue'),
    ...secret('opsgenie_api_key', 'Key of the Opsgenie API.'),
    address('opsgenie_api_url', 'Opsgenie', 'https://api.opsgenie.com/'),
    ...secret('victorops_api_key', 'Key of the VictorOps API.'),
    address(
      'victorops_api_url',
      'VictorOps',
      'https://alert.victorops.com/integrations/generic/20131114/alert/',
    ),
    ...secret('telegram_bot_token', 'Token of a Telegram bot.', [0, 31]),
    address('telegram_api_url', 'Telegram', 'https://api.telegram.org'),
    address('webex_api_url', 'Webex', 'https://webexapis.com/v1/messages'),
    ...secret('wechat_api_secret', 'Secret of the WeChat API.', undefined, [0, 31]),
    text('wechat_api_corp_id', 'Identifies your organisation to WeChat.'),
    address('wechat_api_url', 'WeChat', 'https://qyapi.weixin.qq.com/cgi-bin/'),
    checked('jira_api_url', url, 'Where Jira is reached.', {
      since: [0, 28],
      example: 'jira_api_url: https://example.atlassian.net/rest/api/2/',
    }),
    ...rocketchatSecret('rocketchat_token', 'Token of a Rocket.Chat user.'),
    ...rocketchatSecret('rocketchat_token_id', 'Identifies the user of the Rocket.Chat token.'),
    address('rocketchat_api_url', 'Rocket.Chat', 'https://open.rocket.chat/', [0, 28]),
    checked('mattermost_webhook_url', secretUrl, 'The URL of a Mattermost incoming webhook.', {
      secret: { file: 'mattermost_webhook_url_file' },
      since: [0, 32],
    }),
    file('mattermost_webhook_url_file', 'File with the URL of a Mattermost incoming webhook.', {
      since: [0, 32],
    }),
  ],
  rules: [
    { kind: 'exclusive', fields: ['smtp_auth_password', 'smtp_auth_password_file'] },
    { kind: 'exclusive', fields: ['smtp_auth_secret', 'smtp_auth_secret_file'] },
    { kind: 'exclusive', fields: ['slack_api_url', 'slack_api_url_file'] },
    { kind: 'exclusive', fields: ['slack_app_token', 'slack_app_token_file'] },
    { kind: 'exclusive', fields: ['opsgenie_api_key', 'opsgenie_api_key_file'] },
    { kind: 'exclusive', fields: ['victorops_api_key', 'victorops_api_key_file'] },
    { kind: 'exclusive', fields: ['telegram_bot_token', 'telegram_bot_token_file'] },
    { kind: 'exclusive', fields: ['wechat_api_secret', 'wechat_api_secret_file'] },
    { kind: 'exclusive', fields: ['mattermost_webhook_url', 'mattermost_webhook_url_file'] },
    { kind: 'custom', check: checkRocketchat },
    { kind: 'custom', check: checkSlack },
  ],
};

/** The tokens of Rocket.Chat are pointers, which empty text sets too. */
function checkRocketchat(section: DecodedStruct, report: Report): void {
  for (const name of ['rocketchat_token', 'rocketchat_token_id']) {
    const [token, inFile] = [section.fields.get(name), section.fields.get(`${name}_file`)];
    if (typeof token?.value !== 'object' || presence(section, `${name}_file`) !== 'set' || !inFile) continue;
    const message = `"${name}" and "${name}_file" exclude each other; keep one of them`;
    report({ code: EXCLUSIVE, message, at: token.keySpan.from > inFile.keySpan.from ? token : inFile });
  }
}

const APP_URL = 'https://slack.com/api/chat.postMessage';

/** A token and a webhook exclude each other, unless the webhook is the app's own URL, an older way to use a token. */
function checkSlack(section: DecodedStruct, report: Report): void {
  const tokens = ['slack_app_token', 'slack_app_token_file'];
  const hooks = ['slack_api_url', 'slack_api_url_file'];
  if (presenceOfAny(section, tokens) !== 'set' || presenceOfAny(section, hooks) !== 'set') return;
  const [hook, app] = ['slack_api_url', 'slack_app_url'].map((name) => section.fields.get(name)?.value);
  if (hook === 'unknown' || app === 'unknown') return;
  const appUrl = app === undefined ? APP_URL : textOf(app);
  if (appUrl !== undefined && textOf(hook) === appUrl) return;
  const first = [...tokens, ...hooks]
    .flatMap((name) => (presence(section, name) === 'set' ? (section.fields.get(name) ?? []) : []))
    .sort((a, b) => b.keySpan.from - a.keySpan.from)[0];
  const message = 'a Slack app token and a Slack webhook exclude each other; keep one of them';
  report({ code: EXCLUSIVE, message, at: first ?? section });
}

function textOf(value: DecodedValue | undefined): string | undefined {
  return typeof value === 'object' && value.kind === 'scalar' ? value.text : undefined;
}

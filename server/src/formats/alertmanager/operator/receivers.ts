import type { FieldInfo, FieldType, StructInfo } from '../../structure/types';
import { duration, hostPort, oneOf, templateUrl, url } from '../schema/checks';
import { receiver as alertmanagers } from '../schema/receiver';
import { derive, heldBy, listOf, of, operatorDocs, type Row } from './derive';
import type { OperatorApi } from './api';
import { httpConfig, tlsConfig } from './http-config';
import { pairs, secret } from './selectors';

const http: Row = { name: 'httpConfig', type: of(() => httpConfig) };
const timeout: Row = {
  name: 'timeout',
  type: { kind: 'string', check: duration },
  details: 'More than the route’s `groupInterval` has no effect.',
};

function address(name: string, more: Partial<Exclude<Row, string>> = {}): Row {
  return { name, type: { kind: 'string', check: url }, ...more };
}

function choices(...values: readonly string[]): FieldType {
  return oneOf(values.map((value) => ({ value, summary: '' })));
}

function integration(name: string): StructInfo {
  return heldBy(alertmanagers, `${name}_configs`);
}

const discord = derive(integration('discord'), {
  type: 'DiscordConfig',
  rows: [
    'sendResolved',
    secret('apiURL', { as: 'webhook_url', required: true }),
    'title',
    'message',
    'content',
    'username',
    address('avatarURL'),
    http,
  ],
});

const emailThreading = derive(heldBy(integration('email'), 'threading'), {
  type: 'EmailThreadingConfig',
  rows: [{ name: 'threadByDate', type: choices('Daily', 'None'), details: undefined, required: true }],
});

const email = derive(integration('email'), {
  type: 'EmailConfig',
  rows: [
    'sendResolved',
    'to',
    'from',
    'hello',
    { name: 'smarthost', type: { kind: 'string', check: hostPort } },
    'authUsername',
    secret('authPassword'),
    secret('authSecret'),
    'authIdentity',
    pairs('headers'),
    'html',
    'text',
    'requireTLS',
    { name: 'tlsConfig', type: of(() => tlsConfig) },
    { name: 'forceImplicitTLS', type: { kind: 'bool' } },
    { name: 'threading', type: of(() => emailThreading), details: undefined },
  ],
  rules: [{ kind: 'one-of', fields: ['to'] }],
  snippet: 'to: ${1:team@example.com}',
});

const msteams = derive(integration('msteams'), {
  type: 'MSTeamsConfig',
  rows: ['sendResolved', secret('webhookUrl', { required: true }), 'title', 'summary', 'text', http],
});

const msteamsV2 = derive(integration('msteamsv2'), {
  type: 'MSTeamsV2Config',
  rows: ['sendResolved', secret('webhookURL'), 'title', 'text', http],
});

const opsgenieResponder = derive(heldBy(integration('opsgenie'), 'responders'), {
  type: 'OpsGenieConfigResponder',
  rows: ['id', 'name', 'username', { name: 'type', required: true }],
  rules: [{ kind: 'one-of', fields: ['id', 'name', 'username'] }],
  snippet: 'name: ${1:team}\ntype: ${2|team,user,escalation,schedule|}',
});

function opsgenie(api: OperatorApi): StructInfo {
  return derive(integration('opsgenie'), {
    type: 'OpsGenieConfig',
    rows: [
      'sendResolved',
      secret('apiKey'),
      address('apiURL'),
      'message',
      'description',
      'source',
      'tags',
      'note',
      'priority',
      ...(api === 'v1alpha1' ? ['updateAlerts'] : []),
      pairs('details'),
      { name: 'responders', type: listOf(() => opsgenieResponder) },
      http,
      'entity',
      'actions',
    ],
  });
}

const pagerdutyImage = derive(heldBy(integration('pagerduty'), 'images'), {
  type: 'PagerDutyImageConfig',
  rows: ['href', 'src', 'alt'],
});

const pagerdutyLink = derive(heldBy(integration('pagerduty'), 'links'), {
  type: 'PagerDutyLinkConfig',
  rows: ['href', { name: 'alt', as: 'text' }],
});

const pagerduty = derive(integration('pagerduty'), {
  type: 'PagerDutyConfig',
  rows: [
    'sendResolved',
    secret('routingKey'),
    secret('serviceKey'),
    address('url'),
    'client',
    'clientURL',
    'description',
    'severity',
    'class',
    'group',
    'component',
    pairs('details'),
    { name: 'pagerDutyImageConfigs', as: 'images', type: listOf(() => pagerdutyImage) },
    { name: 'pagerDutyLinkConfigs', as: 'links', type: listOf(() => pagerdutyLink) },
    http,
    'source',
    timeout,
  ],
  rules: [{ kind: 'one-of', fields: ['routingKey', 'serviceKey'] }],
  snippet: 'routingKey:\n  name: ${1:alertmanager}\n  key: ${2:pagerduty}',
});

const pushover = derive(integration('pushover'), {
  type: 'PushoverConfig',
  rows: [
    'sendResolved',
    secret('userKey'),
    'userKeyFile',
    secret('token'),
    'tokenFile',
    'title',
    'message',
    'url',
    'urlTitle',
    { name: 'ttl', type: { kind: 'string', check: duration } },
    'device',
    'sound',
    'priority',
    { name: 'retry', type: { kind: 'string', check: duration } },
    { name: 'expire', type: { kind: 'string', check: duration } },
    'html',
    'monospace',
    http,
  ],
  rules: [
    { kind: 'one-of', fields: ['userKey', 'userKeyFile'] },
    { kind: 'one-of', fields: ['token', 'tokenFile'] },
    { kind: 'exclusive', fields: ['html', 'monospace'] },
  ],
});

const rocketchatField = derive(heldBy(integration('rocketchat'), 'fields'), {
  type: 'RocketChatFieldConfig',
  rows: ['title', 'value', 'short'],
});

const rocketchatAction = derive(heldBy(integration('rocketchat'), 'actions'), {
  type: 'RocketChatActionConfig',
  rows: ['text', 'url', 'msg'],
});

const rocketchat = derive(integration('rocketchat'), {
  type: 'RocketChatConfig',
  rows: [
    'sendResolved',
    address('apiURL'),
    'channel',
    secret('token', { required: true }),
    secret('tokenID', { required: true }),
    'color',
    'emoji',
    'iconURL',
    'text',
    'title',
    'titleLink',
    { name: 'fields', type: listOf(() => rocketchatField) },
    'shortFields',
    'imageURL',
    'thumbURL',
    'linkNames',
    { name: 'actions', type: listOf(() => rocketchatAction) },
    http,
  ],
});

const slackConfirmation = derive(heldBy(heldBy(integration('slack'), 'actions'), 'confirm'), {
  type: 'SlackConfirmationField',
  rows: [{ name: 'text', required: true }, 'title', 'okText', 'dismissText'],
});

const slackAction = derive(heldBy(integration('slack'), 'actions'), {
  type: 'SlackAction',
  rows: [
    { name: 'type', required: true },
    { name: 'text', required: true },
    'url',
    'style',
    'name',
    'value',
    { name: 'confirm', type: of(() => slackConfirmation) },
  ],
  rules: [{ kind: 'one-of', fields: ['url', 'name'] }],
  snippet: 'type: button\ntext: ${1:Runbook}\nurl: ${2:https://example.com}',
});

const slackField = derive(heldBy(integration('slack'), 'fields'), {
  type: 'SlackField',
  rows: [{ name: 'title', required: true }, { name: 'value', required: true }, 'short'],
});

const slack = derive(integration('slack'), {
  type: 'SlackConfig',
  rows: [
    'sendResolved',
    secret('apiURL'),
    'channel',
    'username',
    'color',
    'title',
    'titleLink',
    'pretext',
    'text',
    'messageText',
    { name: 'fields', type: listOf(() => slackField) },
    'shortFields',
    'footer',
    'fallback',
    'callbackId',
    'iconEmoji',
    'iconURL',
    'imageURL',
    'thumbURL',
    'linkNames',
    'mrkdwnIn',
    { name: 'actions', type: listOf(() => slackAction) },
    http,
    timeout,
    {
      name: 'updateMessage',
      details:
        'Needs the token of a bot with `chat:write`, and `https://slack.com/api/chat.postMessage` as `apiURL`.',
    },
  ],
  snippet: "channel: '${1:#alerts}'\napiURL:\n  name: ${2:alertmanager}\n  key: ${3:slack}",
});

const sigv4 = derive(heldBy(integration('sns'), 'sigv4'), {
  type: 'Sigv4',
  rows: [
    'region',
    secret('accessKey'),
    secret('secretKey'),
    'profile',
    'roleArn',
    'externalId',
    { name: 'useFIPSSTSEndpoint', as: 'use_fips_sts_endpoint' },
  ],
  rules: [
    { kind: 'requires', field: 'accessKey', fields: ['secretKey'] },
    { kind: 'requires', field: 'secretKey', fields: ['accessKey'] },
  ],
});

const sns = derive(integration('sns'), {
  type: 'SNSConfig',
  rows: [
    'sendResolved',
    'apiURL',
    { name: 'sigv4', type: of(() => sigv4) },
    {
      name: 'topicARN',
      details: 'FIFO topics drop what has the same group within 5 minutes: keep `groupInterval` above that.',
    },
    'phoneNumber',
    'targetARN',
    'subject',
    'message',
    'attributes',
    http,
    { name: 'useAWSHTTPClient', as: 'use_aws_http_client' },
  ],
  rules: [
    { kind: 'one-of', fields: ['topicARN', 'phoneNumber', 'targetARN'] },
    { kind: 'exclusive', fields: ['topicARN', 'phoneNumber', 'targetARN'] },
  ],
});

const telegram = derive(integration('telegram'), {
  type: 'TelegramConfig',
  rows: [
    'sendResolved',
    address('apiURL'),
    secret('botToken'),
    'botTokenFile',
    { name: 'chatID', required: true },
    'messageThreadID',
    'message',
    'disableNotifications',
    'parseMode',
    http,
  ],
  rules: [
    { kind: 'one-of', fields: ['botToken', 'botTokenFile'] },
    { kind: 'exclusive', fields: ['botToken', 'botTokenFile'] },
  ],
  snippet: 'botToken:\n  name: ${1:alertmanager}\n  key: ${2:telegram}\nchatID: ${3:-1001234567890}',
});

const victorops = derive(integration('victorops'), {
  type: 'VictorOpsConfig',
  rows: [
    'sendResolved',
    secret('apiKey'),
    address('apiUrl'),
    { name: 'routingKey', required: true },
    'messageType',
    'entityDisplayName',
    'stateMessage',
    'monitoringTool',
    pairs('customFields'),
    http,
  ],
});

const webex = derive(integration('webex'), {
  type: 'WebexConfig',
  rows: ['sendResolved', address('apiURL'), http, 'message', { name: 'roomID', required: true }],
});

const webhook = derive(integration('webhook'), {
  type: 'WebhookConfig',
  rows: [
    'sendResolved',
    {
      name: 'url',
      type: { kind: 'string', check: templateUrl },
      details: '`urlSecret` takes precedence. A template since Alertmanager 0.31.',
    },
    secret('urlSecret', { as: 'url' }),
    http,
    'maxAlerts',
    timeout,
    { name: 'payload', type: { kind: 'string' }, example: undefined },
  ],
  rules: [{ kind: 'one-of', fields: ['url', 'urlSecret'] }],
  snippet: 'url: ${1:http://example.com/hook}',
});

const wechat = derive(integration('wechat'), {
  type: 'WeChatConfig',
  rows: [
    'sendResolved',
    secret('apiSecret'),
    address('apiURL'),
    'corpID',
    'agentID',
    'toUser',
    'toParty',
    'toTag',
    'message',
    'messageType',
    http,
  ],
});

/** What the names of the fields are made of, in the order of the operator's documentation. */
const INTEGRATIONS: readonly (readonly [string, (api: OperatorApi) => StructInfo])[] = [
  ['opsgenie', opsgenie],
  ['pagerduty', () => pagerduty],
  ['discord', () => discord],
  ['slack', () => slack],
  ['webhook', () => webhook],
  ['wechat', () => wechat],
  ['email', () => email],
  ['victorops', () => victorops],
  ['pushover', () => pushover],
  ['sns', () => sns],
  ['telegram', () => telegram],
  ['webex', () => webex],
  ['msteams', () => msteams],
  ['msteamsv2', () => msteamsV2],
  ['rocketchat', () => rocketchat],
];

/** Receiver of a version of the API. */
export function receiver(api: OperatorApi): StructInfo {
  return {
    id: 'receiver',
    title: 'a receiver',
    link: operatorDocs('Receiver'),
    fields: [
      {
        name: 'name',
        type: { kind: 'string' },
        required: true,
        summary: 'The name by which routes of this object refer to it.',
        details: 'In Alertmanager’s configuration the operator writes `namespace/object/name`.',
      },
      ...INTEGRATIONS.map(([name, struct]) => integrationField(name, struct(api))),
    ],
  };
}

function integrationField(name: string, struct: StructInfo): FieldInfo {
  return {
    name: `${name}Configs`,
    type: listOf(() => struct),
    summary: `Each item is ${struct.title}.`,
    link: struct.link,
  };
}

import { secretUrl } from '../checks';
import { presence } from '../../../structure/presence';
import type { FieldInfo, StructInfo } from '../../../structure/types';
import { isSince } from '../../../structure/versions';
import { conflict, textOf } from './conditions';
import { checked, docs, file, flag, template, text } from '../fields';
import { choice, defaultTemplate, http, requestTimeout, sendResolved, serviceUrl } from './fields';

const link = docs('slack_config');
const POST_MESSAGE = 'https://slack.com/api/chat.postMessage';

const slackConfirmation: StructInfo = {
  id: 'slack_confirmation_field',
  title: 'a Slack confirmation',
  link,
  fields: [
    template('text', 'The question that is asked.', { required: true }),
    template('title', 'Heading of the dialog.'),
    template('ok_text', 'Label of the button that goes on.', { default: 'Slack’s own, “Okay”' }),
    template('dismiss_text', 'Label of the button that cancels.', { default: 'Slack’s own, “Cancel”' }),
  ],
};

/** SlackAction. */
export const slackAction: StructInfo = {
  id: 'slack_action',
  title: 'a Slack action',
  link,
  snippet:
    "type: button\ntext: ${1:Runbook}\nurl: '${2:{{ (index .Alerts 0).Annotations.runbook_url \\}\\}}'",
  fields: [
    choice(
      'type',
      { kind: 'string', values: [{ value: 'button', summary: 'A button.' }] },
      'Kind of the action; `button` is the usual one.',
      { templated: true, required: true, example: 'type: button' },
    ),
    template('text', 'Label of the button.', { required: true }),
    template('url', 'The page that the button opens.', {
      details: 'With a `url`, `name`, `value` and `confirm` are left out of the message.',
    }),
    template('name', 'Names the action to the Slack app that handles it; needed where there is no `url`.'),
    template('value', 'What the app gets with the action.'),
    {
      name: 'confirm',
      type: { kind: 'struct', struct: () => slackConfirmation },
      summary: 'Asks for a confirmation before the app is told.',
    },
    choice(
      'style',
      {
        kind: 'string',
        values: [
          { value: 'default', summary: 'Grey.' },
          { value: 'primary', summary: 'Green.' },
          { value: 'danger', summary: 'Red.' },
        ],
      },
      'Colour of the button.',
      { templated: true },
    ),
  ],
  rules: [{ kind: 'one-of', fields: ['url', 'name'] }],
};

/** SlackField. */
export const slackField: StructInfo = {
  id: 'slack_field',
  title: 'a Slack field',
  link,
  fields: [
    template('title', 'Heading of the field, in bold.', { required: true }),
    template('value', 'Text of the field.', { required: true }),
    flag('short', 'Whether the field is narrow enough to stand beside another one.', {
      default: '`short_fields` of the integration',
    }),
  ],
};

const colors: FieldInfo['type'] = {
  kind: 'string',
  values: [
    { value: 'good', summary: 'Green.' },
    { value: 'warning', summary: 'Yellow.' },
    { value: 'danger', summary: 'Red.' },
  ],
};

/** Those of Slack's that people use for alerts. */
const emoji: FieldInfo['type'] = {
  kind: 'string',
  values: [
    { value: ':fire:', summary: '🔥' },
    { value: ':rotating_light:', summary: '🚨' },
    { value: ':warning:', summary: '⚠️' },
    { value: ':bell:', summary: '🔔' },
    { value: ':boom:', summary: '💥' },
    { value: ':sos:', summary: '🆘' },
    { value: ':white_check_mark:', summary: '✅' },
    { value: ':chart_with_upwards_trend:', summary: '📈' },
  ],
};

/** SlackConfig (config/notifiers.go), sent by notify/slack. */
export const slackConfig: StructInfo = {
  id: 'slack_config',
  title: 'a Slack configuration',
  instead: {
    webhook_url: 'write "api_url"',
    url: 'write "api_url"',
    message: 'write "text"',
    body: 'write "text"',
  },
  link,
  snippet: "channel: '${1:#alerts}'\nsend_resolved: ${2|true,false|}",
  fields: [
    sendResolved(false),
    http,
    checked(
      'api_url',
      secretUrl,
      'URL of an incoming webhook, or of Slack’s API where a bot token is used.',
      {
        details:
          'A webhook’s URL is a password: who has it can post. With a bot token it is ' +
          `\`${POST_MESSAGE}\`, and the token goes into \`app_token\` or \`http_config.authorization\`.`,
        default: '`slack_api_url` of `global`',
        example: 'api_url: https://hooks.slack.com/services/T000/B000/XXXX',
        secret: { file: 'api_url_file' },
      },
    ),
    file('api_url_file', 'File with the URL of the incoming webhook.', {
      default: '`slack_api_url_file` of `global`',
      example: 'api_url_file: /etc/alertmanager/secrets/slack-url',
    }),
    text('app_token', 'Token of a Slack app (`xoxb-…`), sent as bearer token.', {
      default: '`slack_app_token` of `global`, where neither `api_url` nor an authorization is set here',
      since: [0, 30],
      secret: { file: 'app_token_file' },
    }),
    file('app_token_file', 'File with the token of a Slack app.', {
      default: '`slack_app_token_file` of `global`',
      since: [0, 30],
    }),
    serviceUrl('app_url', 'The API method that is called with an app token.', {
      default: `\`slack_app_url\` of \`global\`, else \`${POST_MESSAGE}\``,
      since: [0, 30],
    }),
    template('channel', 'Where to post: a channel (`#alerts`), a person (`@name`) or an ID (`C024BE91L`).', {
      details:
        'Incoming webhooks of today’s Slack apps post to the channel that they were made for and ignore this. ' +
        'In YAML a `#` has to be quoted, else it begins a comment.',
      example: "channel: '#alerts'",
      snippet: "channel: '${1:#alerts}'",
    }),
    template('username', 'Name that the message is posted under.', {
      default: defaultTemplate('slack.default.username'),
    }),
    choice(
      'color',
      colors,
      'Colour of the bar beside the attachment: `good`, `warning`, `danger` or `#RRGGBB`.',
      {
        templated: true,
        default: '`danger` while firing, `good` when resolved',
        example: 'color: \'{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}\'',
      },
    ),
    template('title', 'Title of the attachment; cut after 1,024 characters.', {
      default: defaultTemplate('slack.default.title'),
    }),
    template('title_link', 'The page that the title leads to.', {
      default: defaultTemplate('slack.default.titlelink'),
    }),
    template('pretext', 'Text above the attachment.', { default: defaultTemplate('slack.default.pretext') }),
    template('text', 'Text of the attachment, in Slack’s mrkdwn.', {
      details:
        '`*bold*`, `_italic_`, `<https://…|a link>`. Line breaks need double quotes or a block scalar.',
      default: `${defaultTemplate('slack.default.text')}, which is empty`,
      example: 'text: |-\n  {{ range .Alerts }}• {{ .Annotations.summary }}\n  {{ end }}',
      snippet: 'text: |-\n  {{ range .Alerts }}$0{{ end }}',
    }),
    template('message_text', 'Text of the message itself, outside of the attachment.', {
      details: 'For plain messages, and for webhooks of Slack workflows, which read `text` only.',
      since: [0, 31],
    }),
    {
      name: 'fields',
      type: { kind: 'list', of: { kind: 'struct', struct: () => slackField } },
      summary: 'A table of titles and values in the attachment.',
      example: "fields:\n  - title: Severity\n    value: '{{ .CommonLabels.severity }}'\n    short: true",
    },
    flag('short_fields', 'Whether fields that don’t say it themselves stand beside each other.', {
      default: '`false`',
    }),
    template('footer', 'Small text below the attachment.', {
      default: defaultTemplate('slack.default.footer'),
    }),
    template('fallback', 'Plain summary for clients that show no attachments, and for notifications.', {
      default: defaultTemplate('slack.default.fallback'),
    }),
    template('callback_id', 'Names the attachment to the Slack app that handles its actions.', {
      default: defaultTemplate('slack.default.callbackid'),
    }),
    choice('icon_emoji', emoji, 'Emoji that stands for the sender.', {
      templated: true,
      default: defaultTemplate('slack.default.iconemoji'),
      example: "icon_emoji: ':fire:'",
    }),
    template('icon_url', 'Picture that stands for the sender.', {
      default: defaultTemplate('slack.default.iconurl'),
    }),
    template('image_url', 'Picture below the text of the attachment.'),
    template('thumb_url', 'Small picture at the right of the attachment.'),
    flag('link_names', 'Whether `@name` and `#channel` in the text become links and notify.', {
      default: '`false`',
    }),
    {
      name: 'mrkdwn_in',
      type: {
        kind: 'list',
        of: {
          kind: 'string',
          values: [
            { value: 'fallback', summary: 'The plain summary.' },
            { value: 'pretext', summary: 'The text above the attachment.' },
            { value: 'text', summary: 'The text of the attachment.' },
          ],
        },
      },
      summary: 'Parts of the attachment whose mrkdwn is formatted.',
      default: '`["fallback", "pretext", "text"]`',
    },
    {
      name: 'actions',
      type: { kind: 'list', of: { kind: 'struct', struct: () => slackAction } },
      summary: 'Buttons below the attachment.',
    },
    flag(
      'update_message',
      'Whether a later notification of a group changes the first message instead of posting anew.',
      {
        details: `Needs a bot token with \`chat:write\`, and \`api_url: ${POST_MESSAGE}\` in this integration itself.`,
        default: '`false`',
        since: [0, 32],
      },
    ),
    requestTimeout({ since: [0, 30] }),
  ],
  rules: [
    { kind: 'exclusive', fields: ['api_url', 'api_url_file'] },
    { kind: 'exclusive', fields: ['app_token', 'app_token_file'], since: [0, 30] },
    conflict(['api_url', 'api_url_file'], ['app_token', 'app_token_file'], [0, 30]),
    {
      kind: 'custom',
      check: (struct, report) => {
        const field = struct.fields.get('update_message');
        if (!field || !isSince(report.version, [0, 32])) return;
        if (presence(struct, 'update_message') !== 'set' || presence(struct, 'api_url') === 'maybe') return;
        if (textOf(struct, 'api_url')?.replace(/^https(?=:)/i, 'https') === POST_MESSAGE) return;
        report({
          code: 'alertmanager/missing-field',
          message: `"update_message" needs "api_url: ${POST_MESSAGE}" beside it: only messages of bots can be updated`,
          at: field,
        });
      },
    },
  ],
};

import { secretUrl } from '../checks';
import type { FieldInfo, StructInfo, Version } from '../../../structure/types';
import { checked, docs, file, flag, template } from '../fields';
import { choice, defaultTemplate, http, sendResolved } from './fields';

const link = docs('mattermost_config');

const mattermostField: StructInfo = {
  id: 'mattermost_field',
  title: 'a Mattermost field',
  link,
  fields: [
    template('title', 'Heading of the field.', { required: true }),
    template('value', 'Text of the field.', { required: true }),
    flag('short', 'Whether the field is narrow enough to stand beside another one.', { default: '`false`' }),
  ],
};

/** What an attachment shows: in `attachments`, and since 0.32 in the integration itself. */
function attachmentFields(since: Version | undefined, defaults: ReadonlyMap<string, string>): FieldInfo[] {
  const part = (name: string, summary: string, more: Partial<FieldInfo> = {}): FieldInfo => {
    const standIn = defaults.get(name);
    return template(name, summary, {
      ...more,
      ...(since && { since }),
      ...(standIn && { default: standIn }),
    });
  };
  return [
    part('fallback', 'Plain summary for clients that show no attachments, and for notifications.'),
    part('color', 'Colour of the bar beside the attachment, `good`, `warning`, `danger` or `#RRGGBB`.'),
    part('pretext', 'Text above the attachment.'),
    part('author_name', 'Name of the author.'),
    part('author_link', 'The page that the author’s name leads to.'),
    part('author_icon', 'Picture of the author.'),
    part('title', 'Title of the attachment.'),
    part('title_link', 'The page that the title leads to.'),
    {
      name: 'fields',
      type: { kind: 'list', of: { kind: 'struct', struct: () => mattermostField } },
      summary: 'A table of titles and values in the attachment.',
      ...(since && { since }),
    },
    part('thumb_url', 'Small picture at the right of the attachment.'),
    part('footer', 'Small text below the attachment.'),
    part('footer_icon', 'Picture beside that text.'),
    part('image_url', 'Picture below the text of the attachment.'),
  ];
}

const mattermostAttachment: StructInfo = {
  id: 'mattermost_attachment',
  title: 'a Mattermost attachment',
  link,
  fields: [
    template('text', 'Text of the attachment, in Markdown.'),
    ...attachmentFields(undefined, new Map()),
  ],
};

const mattermostProps: StructInfo = {
  id: 'mattermost_props',
  title: 'properties of a Mattermost message',
  link,
  fields: [
    template('card', 'Markdown that the side bar shows when a reader asks for more about the message.'),
  ],
};

const mattermostPriority: StructInfo = {
  id: 'mattermost_priority',
  title: 'the priority of a Mattermost message',
  link,
  snippet: 'priority: ${1|important,urgent,standard|}',
  fields: [
    choice(
      'priority',
      {
        kind: 'string',
        values: [
          { value: 'urgent', summary: 'Urgent.' },
          { value: 'important', summary: 'Important.' },
          { value: 'standard', summary: 'No label.' },
        ],
      },
      'The label that the message gets.',
      { templated: true },
    ),
    flag('requested_ack', 'Whether readers are asked to acknowledge the message.', {
      details: 'For important and urgent messages, in the paid editions of Mattermost.',
      default: '`false`',
    }),
    flag(
      'persistent_notifications',
      'Whether readers are notified every five minutes until they acknowledge it.',
      {
        details: 'For urgent messages, in the paid editions of Mattermost.',
        default: '`false`',
      },
    ),
  ],
};

const defaults = new Map([
  ['fallback', defaultTemplate('mattermost.default.fallback')],
  ['color', '`danger` while firing, `good` when resolved'],
  ['title', defaultTemplate('mattermost.default.title')],
  ['title_link', defaultTemplate('mattermost.default.titlelink')],
]);

/** MattermostConfig (notify/mattermost). */
export const mattermostConfig: StructInfo = {
  id: 'mattermost_config',
  title: 'a Mattermost configuration',
  link,
  snippet: 'webhook_url: ${1:https://mattermost.example.com/hooks/…}',
  fields: [
    sendResolved(true),
    http,
    checked('webhook_url', secretUrl, 'URL of an incoming webhook. Who has it can post.', {
      default: '`mattermost_webhook_url` of `global` since Alertmanager 0.32',
      secret: { file: 'webhook_url_file' },
    }),
    file('webhook_url_file', 'File with the URL of the webhook.'),
    template(
      'channel',
      'Channel that the message goes to, by its name in URLs: `town-square`, not *Town Square*.',
      {
        default: 'the webhook’s own',
        example: 'channel: alerts',
      },
    ),
    template('username', 'Name that the message is posted under.', {
      default: defaultTemplate('mattermost.default.username'),
    }),
    template('text', 'Text, in Markdown; since Alertmanager 0.32 that of the attachment.', {
      default: defaultTemplate('mattermost.default.text'),
    }),
    ...attachmentFields([0, 32], defaults),
    template('icon_url', 'Picture that stands for the sender.', { default: 'the webhook’s own' }),
    template('icon_emoji', 'Emoji that stands for the sender; wins over `icon_url`.'),
    {
      name: 'attachments',
      type: { kind: 'list', of: { kind: 'struct', struct: () => mattermostAttachment } },
      summary: 'Several attachments.',
      deprecated: {
        since: [0, 32],
        note: 'Write the parts of the attachment (`title`, `fields`, …) into the integration itself.',
      },
    },
    template('type', 'Type of the post; custom ones begin with `custom_`.'),
    {
      name: 'props',
      type: { kind: 'struct', struct: () => mattermostProps },
      summary: 'More properties of the message.',
    },
    {
      name: 'priority',
      type: { kind: 'struct', struct: () => mattermostPriority },
      summary: 'How urgent the message looks.',
    },
  ],
  rules: [{ kind: 'exclusive', fields: ['webhook_url', 'webhook_url_file'] }],
};

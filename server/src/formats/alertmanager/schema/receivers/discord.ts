import { secretUrl } from '../checks';
import type { StructInfo } from '../../../structure/types';
import { checked, docs, file, template, text } from '../fields';
import { defaultTemplate, http, sendResolved } from './fields';

/** DiscordConfig (notify/discord). */
export const discordConfig: StructInfo = {
  id: 'discord_config',
  title: 'a Discord configuration',
  link: docs('discord_config'),
  snippet: 'webhook_url: ${1:https://discord.com/api/webhooks/…}',
  fields: [
    sendResolved(true),
    http,
    checked('webhook_url', secretUrl, 'URL of the channel’s webhook.', {
      details: 'Made in Discord under *Edit Channel → Integrations → Webhooks*. Who has it can post.',
      example: 'webhook_url: https://discord.com/api/webhooks/123/abc',
      secret: { file: 'webhook_url_file' },
    }),
    file('webhook_url_file', 'File with the URL of the webhook.', {
      details: 'Alertmanager 0.27 knows the field, and refuses every configuration that sets it.',
      since: [0, 28],
    }),
    template('content', 'Plain text above the embed, where mentions notify; cut after 2,000 characters.', {
      default: 'nothing',
      example: "content: '<@&123456789>'",
      since: [0, 28],
    }),
    template('title', 'Title of the embed; cut after 256 characters.', {
      default: defaultTemplate('discord.default.title'),
    }),
    template('message', 'Text of the embed, in Discord’s Markdown; cut after 4,096 characters.', {
      default: defaultTemplate('discord.default.message'),
    }),
    text('username', 'Name that the message is posted under.', {
      default: 'the webhook’s own',
      since: [0, 28],
    }),
    text('avatar_url', 'Picture of the sender; one that is no URL is left out.', {
      default: 'the webhook’s own',
      since: [0, 28],
    }),
  ],
  rules: [
    { kind: 'one-of', fields: ['webhook_url', 'webhook_url_file'] },
    { kind: 'exclusive', fields: ['webhook_url', 'webhook_url_file'] },
  ],
};

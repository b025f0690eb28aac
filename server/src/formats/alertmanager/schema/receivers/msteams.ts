import { secretUrl } from '../checks';
import type { FieldInfo, StructInfo, StructRule } from '../../../structure/types';
import { checked, docs, file, template } from '../fields';
import { defaultTemplate, http, sendResolved } from './fields';

const webhookRules: readonly StructRule[] = [
  { kind: 'one-of', fields: ['webhook_url', 'webhook_url_file'] },
  { kind: 'exclusive', fields: ['webhook_url', 'webhook_url_file'] },
];

const webhookUrl: FieldInfo = checked('webhook_url', secretUrl, 'URL that the messages are posted to.', {
  details: 'Who has it can post into the channel.',
  secret: { file: 'webhook_url_file' },
});

/** MSTeamsConfig (notify/msteams). */
export const msteamsConfig: StructInfo = {
  id: 'msteams_config',
  title: 'a Microsoft Teams configuration',
  link: docs('msteams_config'),
  snippet: 'webhook_url: ${1:https://example.webhook.office.com/…}',
  fields: [
    sendResolved(true),
    http,
    webhookUrl,
    file('webhook_url_file', 'File with the URL of the webhook.', {
      details: 'Alertmanager 0.27 knows the field, and refuses every configuration that sets it.',
      since: [0, 28],
    }),
    template('title', 'Title of the card.', { default: defaultTemplate('msteams.default.title') }),
    template('summary', 'Summary of the card, for notifications.', {
      default: defaultTemplate('msteams.default.summary'),
    }),
    template('text', 'Text of the card, in Markdown.', { default: defaultTemplate('msteams.default.text') }),
  ],
  rules: webhookRules,
};

/** MSTeamsV2Config (notify/msteamsv2). */
export const msteamsV2Config: StructInfo = {
  id: 'msteamsv2_config',
  title: 'a Microsoft Teams workflow configuration',
  link: docs('msteamsv2_config'),
  snippet: 'webhook_url: ${1:https://example.logic.azure.com/workflows/…}',
  fields: [
    sendResolved(true),
    http,
    {
      ...webhookUrl,
      details:
        'Of a workflow of Power Automate that begins with *When a Teams webhook request is received*. ' +
        'Who has it can post into the channel.',
    },
    file('webhook_url_file', 'File with the URL of the workflow.'),
    template('title', 'Title of the adaptive card.', { default: defaultTemplate('msteamsv2.default.title') }),
    template('text', 'Text of the adaptive card, in the Markdown that such cards know.', {
      default: defaultTemplate('msteamsv2.default.text'),
    }),
  ],
  rules: webhookRules,
};

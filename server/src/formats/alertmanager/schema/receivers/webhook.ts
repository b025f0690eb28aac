import { webhookUrl } from './checks';
import type { StructInfo } from '../../../structure/types';
import { checked, docs, file } from '../fields';
import { http, maxAlerts, requestTimeout, sendResolved } from './fields';

/** WebhookConfig (notify/webhook). */
export const webhookConfig: StructInfo = {
  id: 'webhook_config',
  title: 'a webhook configuration',
  link: docs('webhook_config'),
  snippet: 'url: ${1:http://example.com/hook}',
  fields: [
    sendResolved(true),
    http,
    checked('url', webhookUrl, 'Where the alerts are posted to, as JSON.', {
      details: 'A template since Alertmanager 0.31. Hidden in the web interface, as it may hold a token.',
      example: 'url: http://localhost:5001/alerts',
      templated: true,
      secret: { file: 'url_file' },
    }),
    file('url_file', 'File with that URL.'),
    maxAlerts('`truncatedAlerts` in the message says how many were left out.'),
    requestTimeout({ since: [0, 28] }),
    {
      name: 'payload',
      type: { kind: 'any' },
      summary: 'The JSON that is posted in place of Alertmanager’s own.',
      details: 'Every text in it is a template. Nothing checks that the other side understands the result.',
      templated: true,
      since: [0, 32],
      example: "payload:\n  title: '{{ .CommonLabels.alertname }}'\n  status: '{{ .Status }}'",
    },
  ],
  rules: [
    { kind: 'one-of', fields: ['url', 'url_file'] },
    { kind: 'exclusive', fields: ['url', 'url_file'] },
  ],
};

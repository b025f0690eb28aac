import type { FieldInfo, StructInfo } from '../../../structure/types';
import { docs, file, template } from '../fields';
import { choice, defaultTemplate, http, requestTimeout, sendResolved, serviceUrl } from './fields';

const link = docs('pagerduty_config');

const pagerdutyImage: StructInfo = {
  id: 'pagerduty_image',
  title: 'a PagerDuty image',
  link,
  fields: [
    template('src', 'URL of the picture, HTTPS.'),
    template('alt', 'Text in place of the picture.'),
    template('href', 'The page that the picture leads to.'),
  ],
};

const pagerdutyLink: StructInfo = {
  id: 'pagerduty_link',
  title: 'a PagerDuty link',
  link,
  fields: [template('href', 'The page.'), template('text', 'Text of the link.')],
};

const details: FieldInfo = {
  name: 'details',
  type: { kind: 'map', values: { kind: 'any' }, templated: true },
  summary: 'Names and values that the incident shows; nested ones with a `routing_key`.',
  details: '`firing`, `resolved`, `num_firing` and `num_resolved` are there unless set to something else.',
  example: "details:\n  cluster: '{{ .CommonLabels.cluster }}'",
  since: [0, 30],
};

/** PagerdutyConfig (notify/pagerduty). */
export const pagerdutyConfig: StructInfo = {
  id: 'pagerduty_config',
  title: 'a PagerDuty configuration',
  link,
  snippet: 'routing_key_file: ${1:/etc/alertmanager/pagerduty-key}',
  fields: [
    sendResolved(true),
    http,
    template('service_key', 'Integration key of the type *Prometheus* (Events API v1).', {
      details: 'With one, the older API is used, even where there is a `routing_key`, too.',
      secret: { file: 'service_key_file' },
    }),
    file('service_key_file', 'File with the integration key of the type *Prometheus*.'),
    template('routing_key', 'Integration key of the type *Events API v2*.', {
      secret: { file: 'routing_key_file' },
    }),
    file('routing_key_file', 'File with the integration key of the type *Events API v2*.'),
    serviceUrl('url', 'Where events are posted to.', {
      default: '`pagerduty_url` of `global`, else PagerDuty’s own',
    }),
    template('client', 'Name of the program that alerts.', {
      default: defaultTemplate('pagerduty.default.client'),
    }),
    template('client_url', 'Link back to it.', { default: defaultTemplate('pagerduty.default.clientURL') }),
    template('description', 'Title of the incident; cut after 1,024 characters.', {
      default: defaultTemplate('pagerduty.default.description'),
    }),
    {
      ...details,
      type: { kind: 'map', values: { kind: 'string' }, templated: true },
      since: undefined,
      removed: [0, 30],
    },
    details,
    {
      name: 'images',
      type: { kind: 'list', of: { kind: 'struct', struct: () => pagerdutyImage } },
      summary: 'Pictures in the incident.',
    },
    {
      name: 'links',
      type: { kind: 'list', of: { kind: 'struct', struct: () => pagerdutyLink } },
      summary: 'Links in the incident.',
      example: "links:\n  - href: '{{ .CommonAnnotations.runbook_url }}'\n    text: Runbook",
    },
    template('source', 'The system that is affected.', { default: '`client`' }),
    choice(
      'severity',
      {
        kind: 'string',
        values: [
          { value: 'critical', summary: 'Critical.' },
          { value: 'error', summary: 'Error.' },
          { value: 'warning', summary: 'Warning.' },
          { value: 'info', summary: 'Information.' },
        ],
      },
      'How serious it is; `error` where empty.',
      {
        templated: true,
        details: 'PagerDuty refuses other values with *Events API v2*.',
        default: '`error`',
        example: "severity: '{{ .CommonLabels.severity }}'",
      },
    ),
    template('class', 'Class of the event, for instance `disk full`.'),
    template('component', 'Part of the system that is affected.'),
    template('group', 'The cluster or group of systems.'),
    requestTimeout({ since: [0, 30] }),
  ],
  rules: [
    { kind: 'one-of', fields: ['routing_key', 'routing_key_file', 'service_key', 'service_key_file'] },
    { kind: 'exclusive', fields: ['routing_key', 'routing_key_file'] },
    { kind: 'exclusive', fields: ['service_key', 'service_key_file'] },
  ],
};

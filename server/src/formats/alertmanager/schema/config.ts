import type { StructInfo } from '../../structure/types';
import { glob } from './checks';
import { docs, list, struct } from './fields';
import { eventRecorder } from './event-recorder';
import { global } from './global';
import { inhibitRule } from './inhibit-rule';
import { receiver } from './receiver';
import { route } from './route';
import { timeIntervalFields } from './time-intervals';
import { tracing } from './tracing';

/** A whole Alertmanager configuration (config/config.go, Config). */
export const alertmanagerConfig: StructInfo = {
  id: 'config',
  title: 'an Alertmanager configuration',
  link: docs('configuration-file-introduction'),
  fields: [
    struct('global', () => global, 'Settings that hold where an integration doesn’t say otherwise.'),
    {
      name: 'templates',
      type: { kind: 'list', of: { kind: 'string', check: glob } },
      summary: 'Files with notification templates, also by patterns such as `templates/*.tmpl`.',
      details: 'Relative to this file. The last part of a path may have `*`, `?` and `[…]`.',
      path: 'glob',
      example: "templates: ['templates/*.tmpl']",
    },
    struct('route', () => route, 'The root of the tree by which alerts find their receivers.', {
      snippet: 'route:\n  receiver: ${1:default}\n  group_by: [${2:alertname}]$0',
    }),
    list('receivers', { kind: 'struct', struct: () => receiver }, 'Who is notified, and how.', {
      snippet: 'receivers:\n  - name: ${1:default}$0',
    }),
    list(
      'inhibit_rules',
      { kind: 'struct', struct: () => inhibitRule },
      'Which alerts silence others while they fire.',
      {
        snippet:
          'inhibit_rules:\n  - source_matchers:\n      - severity="${1:critical}"\n    target_matchers:\n' +
          '      - severity="${2:warning}"\n    equal: [${3:alertname}]',
      },
    ),
    ...timeIntervalFields,
    struct('tracing', () => tracing, 'Where traces of Alertmanager’s own work are sent.', {
      since: [0, 30],
      snippet: 'tracing:\n  endpoint: $0',
    }),
    struct('event_recorder', () => eventRecorder, 'Where events such as sent notifications are recorded.', {
      since: [0, 33],
      details: 'Has an effect with the feature flag `event-recorder` only.',
    }),
  ],
};

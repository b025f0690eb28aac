import { customFieldName } from './checks';
import type { StructInfo } from '../../../structure/types';
import { docs, file, template, text } from '../fields';
import { choice, defaultTemplate, http, sendResolved, serviceUrl } from './fields';

/** VictorOpsConfig (config/notifiers.go), sent by notify/victorops. */
export const victoropsConfig: StructInfo = {
  id: 'victorops_config',
  title: 'a VictorOps configuration',
  link: docs('victorops_config'),
  snippet: 'routing_key: ${1:team}',
  fields: [
    sendResolved(true),
    http,
    text('api_key', 'Key of the REST integration of VictorOps (Splunk On-Call).', {
      default: '`victorops_api_key` of `global`',
      secret: { file: 'api_key_file' },
    }),
    file('api_key_file', 'File with the key.', { default: '`victorops_api_key_file` of `global`' }),
    serviceUrl('api_url', 'Base of the REST endpoint; key and routing key are appended.', {
      default: '`victorops_api_url` of `global`, else VictorOps’ own',
    }),
    template('routing_key', 'Which team gets the alert.', { required: true }),
    choice(
      'message_type',
      {
        kind: 'string',
        values: [
          { value: 'CRITICAL', summary: 'Opens an incident.' },
          { value: 'WARNING', summary: 'May open an incident, as the settings of VictorOps say.' },
          { value: 'INFO', summary: 'Is shown in the timeline, opens nothing.' },
        ],
      },
      'How serious it is while firing; resolved alerts are sent as `RECOVERY`.',
      { templated: true, details: 'Anything else is sent as `CRITICAL`.', default: '`CRITICAL`' },
    ),
    template('state_message', 'Long description; cut after 20,480 characters.', {
      default: defaultTemplate('victorops.default.state_message'),
    }),
    template('entity_display_name', 'Short description.', {
      default: defaultTemplate('victorops.default.entity_display_name'),
    }),
    template('monitoring_tool', 'Name of the program that alerts.', {
      default: defaultTemplate('victorops.default.monitoring_tool'),
    }),
    {
      name: 'custom_fields',
      type: { kind: 'map', keys: customFieldName, values: { kind: 'string' }, templated: true },
      summary: 'More fields of the message.',
      details: 'They can’t have the names of the fields that are always sent.',
    },
  ],
  rules: [{ kind: 'exclusive', fields: ['api_key', 'api_key_file'] }],
};

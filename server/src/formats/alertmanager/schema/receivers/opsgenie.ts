import type { StructInfo } from '../../../structure/types';
import { responderType } from './checks';
import { docs, file, flag, template } from '../fields';
import { choice, defaultTemplate, http, sendResolved, serviceUrl } from './fields';

const link = docs('opsgenie_config');

const opsgenieResponder: StructInfo = {
  id: 'opsgenie_responder',
  title: 'an Opsgenie responder',
  link,
  snippet: 'name: ${1:team}\ntype: ${2|team,user,escalation,schedule,teams|}',
  fields: [
    template('id', 'ID of the team, user, escalation or schedule.'),
    template(
      'name',
      'Name of the team, escalation or schedule; with the type `teams` several, with commas between.',
    ),
    template('username', 'Address of the user.'),
    choice(
      'type',
      {
        kind: 'string',
        check: responderType,
        values: [
          { value: 'team', summary: 'A team.' },
          { value: 'teams', summary: 'The teams whose names stand in `name`, with commas between them.' },
          { value: 'user', summary: 'A person.' },
          { value: 'escalation', summary: 'An escalation policy.' },
          { value: 'schedule', summary: 'Who is on call.' },
        ],
      },
      'What the responder is.',
      {
        templated: true,
        details:
          'A template here is parsed when the configuration is loaded, with the functions of Go’s templates only.',
        required: true,
      },
    ),
  ],
  rules: [{ kind: 'one-of', fields: ['id', 'username', 'name'] }],
};

/** OpsGenieConfig (notify/opsgenie). */
export const opsgenieConfig: StructInfo = {
  id: 'opsgenie_config',
  title: 'an Opsgenie configuration',
  link,
  snippet: 'api_key_file: ${1:/etc/alertmanager/opsgenie-key}',
  fields: [
    sendResolved(true),
    http,
    template('api_key', 'Key of the API integration in Opsgenie.', {
      default: '`opsgenie_api_key` of `global`',
      secret: { file: 'api_key_file' },
    }),
    file('api_key_file', 'File with the key.', { default: '`opsgenie_api_key_file` of `global`' }),
    serviceUrl('api_url', 'Base of the API; `https://api.eu.opsgenie.com/` for accounts in Europe.', {
      default: '`opsgenie_api_url` of `global`, else `https://api.opsgenie.com/`',
    }),
    template('message', 'Title of the alert in Opsgenie; cut after 130 characters.', {
      default: defaultTemplate('opsgenie.default.message'),
    }),
    template('description', 'Long text of the alert.', {
      default: defaultTemplate('opsgenie.default.description'),
    }),
    template('source', 'Where the alert comes from, usually a link.', {
      default: defaultTemplate('opsgenie.default.source'),
    }),
    {
      name: 'details',
      type: { kind: 'map', values: { kind: 'string' }, templated: true },
      summary: 'More names and values that Opsgenie shows; the common labels are always among them.',
    },
    template('entity', 'What the alert is about, for instance a domain.'),
    {
      name: 'responders',
      type: { kind: 'list', of: { kind: 'struct', struct: () => opsgenieResponder }, nullItems: 'refused' },
      summary: 'Who is notified.',
      default: 'as the integration’s settings in Opsgenie say',
      example: 'responders:\n  - name: platform\n    type: team',
    },
    template('actions', 'Actions that people can run from the alert, with commas between them.'),
    template('tags', 'Tags of the alert, with commas between them.', {
      example: "tags: 'prometheus,{{ .CommonLabels.severity }}'",
    }),
    template('note', 'A note on the alert.'),
    choice(
      'priority',
      {
        kind: 'string',
        values: [
          { value: 'P1', summary: 'Critical.' },
          { value: 'P2', summary: 'High.' },
          { value: 'P3', summary: 'Moderate, Opsgenie’s default.' },
          { value: 'P4', summary: 'Low.' },
          { value: 'P5', summary: 'Informational.' },
        ],
      },
      'How urgent it is, `P1` (most) to `P5`.',
      { templated: true, default: 'Opsgenie’s own, `P3`' },
    ),
    flag('update_alerts', 'Whether message and description of an alert that is open already are changed.', {
      details: 'Without it, later messages only appear in the alert’s activity log.',
      default: '`false`',
    }),
  ],
  rules: [{ kind: 'exclusive', fields: ['api_key', 'api_key_file'] }],
};

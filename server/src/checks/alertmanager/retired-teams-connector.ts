import type { AlertmanagerCheck } from './check';

/** Microsoft has switched off what `msteams_configs` posts to. */
export const retiredTeamsConnector: AlertmanagerCheck = {
  code: 'alertmanager/retired-teams-connector',
  severity: 'warning',
  title: 'Office connector of Microsoft Teams',
  explanation:
    '`msteams_configs` posts to Office 365 connectors, which Microsoft has retired. Make a workflow in Teams that begins ' +
    'with *When a Teams webhook request is received*, and use its URL in `msteamsv2_configs` (Alertmanager 0.28 and newer).',
  scope: 'part',
  *run({ receivers }) {
    for (const { field } of new Map(
      receivers.flatMap(({ integrations }) => integrations.map((one) => [one.field, one])),
    ).values()) {
      if (field.info.name !== 'msteams_configs') continue;
      const message =
        'Microsoft has retired the connectors that this posts to; use a workflow and `msteamsv2_configs`';
      yield { span: field.keySpan, message };
    }
  },
};

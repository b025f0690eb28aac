import { integrations } from '../../formats/alertmanager/schema/receivers';
import { presence } from '../../formats/structure/presence';
import type { DecodedField, DecodedStruct } from '../../formats/structure/types';
import { headSpan } from '../../languages/yaml/decode';
import type { Fix } from '../../text/finding';
import type { AlertmanagerCheck } from './check';

/** Services that keep an incident open until they are told that it is over. */
const INCIDENTS: ReadonlySet<string> = new Set([
  'pagerduty_configs',
  'opsgenie_configs',
  'victorops_configs',
  'incidentio_configs',
  'jira_configs',
]);

/** Incidents that are never closed. */
export const incidentStaysOpen: AlertmanagerCheck = {
  code: 'alertmanager/incident-stays-open',
  severity: 'warning',
  title: 'Incident that is never closed',
  explanation:
    'PagerDuty, Opsgenie, VictorOps, incident.io and Jira close what an alert has opened when they are told that it is ' +
    'resolved. With `send_resolved: false` they never are: each incident stays open until a person closes it, and a ' +
    'later alert of the same group joins it silently.',
  scope: 'part',
  *run({ receivers }) {
    for (const { field, config } of receivers.flatMap((receiver) => receiver.integrations)) {
      const setting = config.fields.get('send_resolved');
      if (!setting || !INCIDENTS.has(field.info.name) || !isFalse(setting)) continue;
      const message = 'with `send_resolved: false`, an incident stays open when its alerts are resolved';
      yield { span: setting.keySpan, message };
    }
  },
};

/** Integrations that say nothing when an alert is over, unlike most. */
export const silentResolution: AlertmanagerCheck = {
  code: 'alertmanager/silent-resolution',
  severity: 'hint',
  title: 'Resolved alerts that are not told of',
  explanation:
    'Most integrations tell of resolved alerts unless `send_resolved` is `false`. E-mail, Slack, WeChat and Rocket.Chat ' +
    'don’t unless it is `true`. Write what is meant.',
  scope: 'part',
  *run({ receivers }, { text }) {
    for (const { field, config } of receivers.flatMap((receiver) => receiver.integrations)) {
      const kind = integrations.find((integration) => integration.field === field.info.name);
      if (kind?.sendsResolved !== false || presence(config, 'send_resolved') !== 'unset') continue;
      if (config.fields.has('send_resolved')) continue;
      const message = `${config.info.title} without \`send_resolved: true\` says nothing when alerts are resolved`;
      const fixes = [true, false].flatMap((value) => addition(config, value, text) ?? []);
      yield { span: headSpan(config.node), message, fixes };
    }
  },
};

function isFalse({ value }: DecodedField): boolean {
  return typeof value === 'object' && value.kind === 'scalar' && value.parsed === false;
}

/** Writes the setting in front of the first field. */
function addition({ node }: DecodedStruct, value: boolean, text: string): Fix | undefined {
  const [first] = node.pairs;
  if (!first) return undefined;
  const at = first.key.span.from;
  const setting = `send_resolved: ${String(value)}`;
  const newText = node.flow ? `${setting}, ` : `${setting}\n${' '.repeat(columnOf(text, at))}`;
  return { title: `Add \`${setting}\``, edits: [{ span: { from: at, to: at }, newText }] };
}

function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\n\r'.includes(text.charAt(start - 1))) start--;
  return offset - start;
}

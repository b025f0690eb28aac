import { builtInTemplates } from '../alertmanager';
import type { TemplateDialect } from '../dialect';
import { emailHtml } from './default-email';
import { templateSet, type TemplateSet } from './template-set';

/**
 * Templates that give the same text as Alertmanager's own (template/default.tmpl of 0.34), written anew and made of the
 * few shapes that those have. The e-mail is a plainer page than Alertmanager's with the same words.
 */

const SENDER = 'Alertmanager';
const LINK = '{{ .ExternalURL }}/#/alerts?receiver={{ urlquery .Receiver }}';
const SUBJECT =
  '[{{ toUpper .Status }}{{ if eq "firing" .Status }}:{{ len .Alerts.Firing }}{{ end }}] {{ join " " .GroupLabels.Values }} ' +
  '{{ if lt (len .GroupLabels) (len .CommonLabels) }}({{ join " " (.CommonLabels.Remove .GroupLabels.Names).Values }}){{ end }}';
const COMMON = '{{ join " " .CommonAnnotations.Values }}\n';
const COLOUR = '{{ if eq "firing" .Status }}danger{{ else }}good{{ end }}';

/** A line for each label or annotation of an alert. */
function lines(field: string, indent: string): string {
  return `{{ range .${field}.SortedPairs }}${indent}- {{ .Name }} = {{ .Value }}\n{{ end }}`;
}

const LIST = `{{ range . }}Labels:\n${lines('Labels', ' ')}Annotations:\n${lines('Annotations', ' ')}Source: {{ .GeneratorURL }}\n{{ end }}`;
const MARKDOWN_LIST =
  `{{ range . }}\nLabels:\n${lines('Labels', '  ')}\nAnnotations:\n${lines('Annotations', '  ')}\n` +
  'Source: {{ .GeneratorURL }}\n{{ end }}\n';

/** The firing and the resolved alerts, each under its heading, between some text. */
function sections(
  list: string,
  heading: (state: string) => string,
  behind: string,
): [firing: string, resolved: string] {
  const section = (state: string): string =>
    `{{ with .Alerts.${state} }}${heading(state)}{{ template ${JSON.stringify(list)} . }}${behind}{{ end }}`;
  return [section('Firing'), section('Resolved')];
}

const TIGHT = sections('__text_alert_list', (state) => `Alerts ${state}:\n`, '').join('\n');
const LOOSE = sections('__text_alert_list', (state) => `\nAlerts ${state}:\n`, '\n').join('\n') + '\n';
const MARKDOWN = `\n${sections('__text_alert_list_markdown', (state) => `\n# Alerts ${state}:\n`, '\n').join('\n')}\n`;

/** The priority of the most severe of the firing alerts; of the resolved ones if none of those has a known severity. */
function priority(): string {
  const raise = (alerts: string, severity: string, value: string): string =>
    `{{ range .Alerts.${alerts} }}{{ if eq .Labels.severity "${severity}" }}{{ $priority = "${value}" }}{{ end }}{{ end }}`;
  const ofAlerts = (alerts: string): string =>
    raise(alerts, 'info', 'Low') + raise(alerts, 'warning', 'Medium') + raise(alerts, 'critical', 'High');
  return `{{ $priority := "" }}${ofAlerts('Firing')}{{ if not $priority }}${ofAlerts('Resolved')}{{ end }}{{ $priority }}`;
}

/** By the last part of a template's name, what most receivers have there. */
const USUAL: Readonly<Record<string, string>> = {
  title: SUBJECT,
  subject: SUBJECT,
  summary: SUBJECT,
  username: SENDER,
  alias: SENDER,
  client: SENDER,
  titlelink: LINK,
  clientURL: LINK,
  source: LINK,
  url: LINK,
  color: COLOUR,
  fallback: `${SUBJECT} | ${LINK}`,
};

const SPECIAL: Readonly<Record<string, string>> = {
  __alertmanager: SENDER,
  __alertmanagerURL: LINK,
  __subject: SUBJECT,
  __text_alert_list: LIST,
  __text_alert_list_markdown: MARKDOWN_LIST,
  'pagerduty.default.description': SUBJECT,
  'pagerduty.default.instances': LIST,
  'opsgenie.default.message': SUBJECT,
  'opsgenie.default.description': COMMON + TIGHT,
  'wechat.default.message': `${SUBJECT}\n${COMMON}${TIGHT}\nAlertmanagerUrl:\n${LINK}`,
  'victorops.default.state_message': COMMON + TIGHT,
  'victorops.default.entity_display_name': SUBJECT,
  'victorops.default.monitoring_tool': SENDER,
  'pushover.default.message': COMMON + LOOSE,
  'sns.default.message': COMMON + LOOSE,
  'webex.default.message': COMMON + LOOSE,
  'telegram.default.message': `\n${LOOSE}`,
  'discord.default.message': `\n${LOOSE}`,
  'msteams.default.text': MARKDOWN,
  'msteamsv2.default.text': MARKDOWN,
  'mattermost.default.text': MARKDOWN,
  'jira.default.description': MARKDOWN,
  'jira.default.priority': priority(),
  'email.default.html': emailHtml(SUBJECT, LINK),
};

const sets = new WeakMap<TemplateDialect, TemplateSet>();

/** The templates that the Alertmanager of `dialect` brings along. */
export function defaultTemplateSet(dialect: TemplateDialect): TemplateSet {
  let set = sets.get(dialect);
  if (!set) {
    const text = [...builtInTemplates(dialect.version).names()]
      .map((name) => `{{ define ${JSON.stringify(name)} }}${bodyOf(name)}{{ end }}`)
      .join('\n');
    set = templateSet([{ name: 'default.tmpl', text }], dialect).templates;
    sets.set(dialect, set);
  }
  return set;
}

/** The others give nothing. */
function bodyOf(name: string): string {
  return SPECIAL[name] ?? USUAL[name.slice(name.lastIndexOf('.') + 1)] ?? '';
}

/** A template that Alertmanager brings along (template/default.tmpl, email.tmpl). */
export interface DefaultTemplate {
  readonly name: string;
  /** Markdown: what it gives. */
  readonly summary: string;
  /** What its dot is. */
  readonly takes: 'notification' | 'alerts';
  /** The version of Alertmanager that has it first; absent for 0.27 and before. */
  readonly since?: string;
}

const SUBJECT =
  'One line: status and number of alerts, the group labels, and the other common labels in parentheses.';
const LINK = "A link to the receiver's alerts in Alertmanager's web page.";
const EMPTY = 'Nothing.';
const SENDER = 'The word Alertmanager.';
const LISTS = 'The firing and the resolved alerts, each with labels, annotations and source.';
const COMMON = `The common annotations' values, then: ${LISTS.charAt(0).toLowerCase()}${LISTS.slice(1)}`;
const MARKDOWN = `${LISTS} In Markdown.`;
const COLOUR = '`danger` if the notification is firing, otherwise `good`.';
const FALLBACK = 'Title and link, as plain text.';

type Row = readonly [name: string, summary: string, since?: string];

const rows: readonly Row[] = [
  ['__alertmanager', SENDER],
  ['__alertmanagerURL', LINK],
  ['__subject', SUBJECT],
  ['__description', EMPTY],
  ['slack.default.title', SUBJECT],
  ['slack.default.username', SENDER],
  ['slack.default.fallback', FALLBACK],
  ['slack.default.callbackid', EMPTY],
  ['slack.default.pretext', EMPTY],
  ['slack.default.titlelink', LINK],
  ['slack.default.iconemoji', EMPTY],
  ['slack.default.iconurl', EMPTY],
  ['slack.default.text', EMPTY],
  ['slack.default.footer', EMPTY],
  ['slack.default.color', COLOUR, '0.32'],
  ['pagerduty.default.description', SUBJECT],
  ['pagerduty.default.client', SENDER],
  ['pagerduty.default.clientURL', LINK],
  ['opsgenie.default.message', SUBJECT],
  ['opsgenie.default.description', COMMON],
  ['opsgenie.default.source', LINK],
  ['wechat.default.message', `${SUBJECT} Then the alerts, and a link to Alertmanager.`],
  ['wechat.default.to_user', EMPTY],
  ['wechat.default.to_party', EMPTY],
  ['wechat.default.to_tag', EMPTY],
  ['wechat.default.agent_id', EMPTY],
  ['victorops.default.state_message', COMMON],
  ['victorops.default.entity_display_name', SUBJECT],
  ['victorops.default.monitoring_tool', SENDER],
  ['pushover.default.title', SUBJECT],
  ['pushover.default.message', COMMON],
  ['pushover.default.url', LINK],
  ['sns.default.subject', SUBJECT],
  ['sns.default.message', COMMON],
  ['telegram.default.message', LISTS],
  ['discord.default.content', EMPTY, '0.28'],
  ['discord.default.title', SUBJECT],
  ['discord.default.message', LISTS],
  ['webex.default.message', COMMON],
  ['msteams.default.summary', SUBJECT],
  ['msteams.default.title', SUBJECT],
  ['msteams.default.text', MARKDOWN],
  ['msteamsv2.default.title', SUBJECT, '0.28'],
  ['msteamsv2.default.text', MARKDOWN, '0.28'],
  ['jira.default.summary', SUBJECT, '0.28'],
  ['jira.default.description', MARKDOWN, '0.28'],
  [
    'jira.default.priority',
    '`High`, `Medium` or `Low` by the most severe `severity` label; nothing if there is none.',
    '0.28',
  ],
  ['rocketchat.default.title', SUBJECT, '0.28'],
  ['rocketchat.default.alias', SENDER, '0.28'],
  ['rocketchat.default.titlelink', LINK, '0.28'],
  ['rocketchat.default.emoji', EMPTY, '0.28'],
  ['rocketchat.default.iconurl', EMPTY, '0.28'],
  ['rocketchat.default.text', EMPTY, '0.28'],
  ['mattermost.default.text', MARKDOWN, '0.30'],
  ['mattermost.default.color', COLOUR, '0.32'],
  ['mattermost.default.username', SENDER, '0.32'],
  ['mattermost.default.title', SUBJECT, '0.32'],
  ['mattermost.default.titlelink', LINK, '0.32'],
  ['mattermost.default.fallback', FALLBACK, '0.32'],
  ['email.default.subject', SUBJECT],
  [
    'email.default.html',
    'A whole e-mail in HTML: the alerts with their labels and annotations, and a link to Alertmanager.',
  ],
];

const PAIRS = 'A list of alerts, each with labels, annotations and source; its dot is a list of alerts.';

const lists: readonly Row[] = [
  ['__text_alert_list', PAIRS],
  ['__text_alert_list_markdown', `${PAIRS} In Markdown.`],
  ['pagerduty.default.instances', PAIRS],
];

function template([name, summary, since]: Row, takes: DefaultTemplate['takes']): DefaultTemplate {
  return { name, summary, takes, ...(since !== undefined && { since }) };
}

/** The templates of Alertmanager 0.34, each with the version that has it first. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  ...rows.map((row) => template(row, 'notification')),
  ...lists.map((row) => template(row, 'alerts')),
];

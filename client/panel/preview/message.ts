import type { PreviewMessage } from '../../../server/src/protocol';
import { element } from '../shared/dom';
import { showEmail } from './email';
import { showAllFields, showHtml, showList } from './field';
import { showSlack } from './slack';

/** What one integration sends, as its receiver would show it where we know how that looks. */
export function showMessage(message: PreviewMessage): HTMLElement {
  const heading = element('h2', {}, title(message.kind));
  return element('article', { class: 'message' }, heading, ...views(message));
}

function views(message: PreviewMessage): HTMLElement[] {
  switch (message.kind) {
    case 'slack':
      return [showSlack(message), showAllFields(message.fields)];
    case 'email':
      return [showEmail(message), showAllFields(message.fields)];
    default:
      return [
        showList(message.fields),
        ...message.fields.flatMap(({ format, text }) =>
          format === 'html' && text !== undefined && text !== '' ? [showHtml(text)] : [],
        ),
      ];
  }
}

const TITLES: Readonly<Record<string, string>> = {
  discord: 'Discord',
  email: 'E-mail',
  incidentio: 'incident.io',
  jira: 'Jira',
  mattermost: 'Mattermost',
  msteams: 'Microsoft Teams',
  msteamsv2: 'Microsoft Teams',
  opsgenie: 'Opsgenie',
  pagerduty: 'PagerDuty',
  pushover: 'Pushover',
  rocketchat: 'Rocket.Chat',
  slack: 'Slack',
  sns: 'Amazon SNS',
  telegram: 'Telegram',
  template: 'Template',
  victorops: 'VictorOps',
  webex: 'Webex',
  webhook: 'Webhook',
  wechat: 'WeChat',
};

function title(kind: string): string {
  return Object.hasOwn(TITLES, kind) ? (TITLES[kind] ?? kind) : kind;
}

import { duration, oneOf } from '../checks';
import type { FieldInfo, StructInfo } from '../../../structure/types';
import { checked, docs, flag, template, text } from '../fields';
import { choice, defaultTemplate, http, sendResolved, serviceUrl } from './fields';

const link = docs('jira_config');

const jiraField: StructInfo = {
  id: 'jira_field_config',
  title: 'the text of an issue',
  link,
  fields: [
    template('template', 'The text.'),
    flag('enable_update', 'Whether the text of an issue that exists already is written anew, too.', {
      default: '`true`',
    }),
  ],
};

/** A text until 0.29, then a text or a mapping (JiraFieldConfig). */
function issueText(name: string, summary: string, more: Partial<FieldInfo>): FieldInfo[] {
  return [
    template(name, summary, { ...more, removed: [0, 30] }),
    {
      name,
      summary,
      ...more,
      type: { kind: 'struct', struct: () => jiraField, shorthand: 'template' },
      since: [0, 30],
      templated: true,
      snippet: `${name}: '$0'`,
    },
  ];
}

/** JiraConfig (notify/jira). */
export const jiraConfig: StructInfo = {
  id: 'jira_config',
  title: 'a Jira configuration',
  link,
  snippet: 'project: ${1:OPS}\nissue_type: ${2:Bug}',
  fields: [
    sendResolved(true),
    {
      ...http,
      details:
        'Logs in, too. Jira Cloud: `basic_auth` with the address of the account and an API token as password. ' +
        'Data Center: `authorization` with a personal access token.',
    },
    serviceUrl('api_url', 'Base of the REST API, with its path and version.', {
      details: 'Version 2 takes wiki markup, version 3 the description as Atlassian Document Format (JSON).',
      default: '`jira_api_url` of `global`',
      example: 'api_url: https://example.atlassian.net/rest/api/2/',
    }),
    choice(
      'api_type',
      oneOf(
        [
          { value: 'auto', summary: 'By the URL: cloud for `*.atlassian.net`.' },
          { value: 'cloud', summary: 'Jira Cloud.' },
          { value: 'datacenter', summary: 'Jira Data Center, on one’s own servers.' },
        ],
        { emptyToo: false },
      ),
      'Which search API is called.',
      {
        default: '`auto`',
        since: [0, 29],
      },
    ),
    template('project', 'Key of the project that issues are made in.', {
      required: true,
      example: 'project: OPS',
    }),
    ...issueText('summary', 'Title of the issue; cut after 255 characters.', {
      default: defaultTemplate('jira.default.summary'),
    }),
    ...issueText('description', 'Description of the issue; cut after 32,767 characters.', {
      details: 'Version 3 of the API needs JSON here; the default template is for version 2.',
      default: defaultTemplate('jira.default.description'),
    }),
    {
      name: 'labels',
      type: { kind: 'list', of: { kind: 'string' } },
      summary: 'Labels of the issue.',
      details: 'One more, `ALERT{…}`, is always added: by it the issue of a group of alerts is found again.',
      templated: true,
      example: "labels: [alertmanager, '{{ .CommonLabels.severity }}']",
    },
    template('priority', 'Name of the issue’s priority; none is set where this is empty.', {
      default: defaultTemplate('jira.default.priority'),
    }),
    template('issue_type', 'Type of the issue.', { required: true, example: 'issue_type: Bug' }),
    text('reopen_transition', 'Transition of the workflow that opens a closed issue again.', {
      details: 'As Jira shows it to the account that logs in: names may be translated.',
      default: 'none, a new issue is made',
    }),
    text(
      'resolve_transition',
      'Transition of the workflow that closes the issue when its alerts are resolved.',
      {
        details: 'As Jira shows it to the account that logs in: names may be translated.',
        default: 'none, the issue stays open',
      },
    ),
    text('wont_fix_resolution', 'Issues with this resolution are left alone; a new one is made instead.'),
    checked('reopen_duration', duration, 'How long after its resolution an issue is opened again.', {
      details: 'In whole minutes; only with `reopen_transition`. Later a new issue is made.',
      example: 'reopen_duration: 7d',
    }),
    {
      name: 'fields',
      type: { kind: 'map', values: { kind: 'any' }, templated: true },
      summary: 'More fields of the issue, custom ones included, as Jira’s API takes them.',
      example: 'fields:\n  components: [{ name: Monitoring }]\n  customfield_10001: text',
    },
  ],
  rules: [
    {
      kind: 'custom',
      check: (struct, report) => {
        const field = struct.fields.get('api_type');
        if (field?.value !== 'null') return;
        const message = '"api_type" must not be null; write auto, cloud or datacenter, or leave it out';
        report({ code: 'alertmanager/invalid-value', message, at: field });
      },
    },
  ],
};

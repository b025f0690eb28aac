import { hostPort } from '../checks';
import { tlsConfig } from '../http-config';
import { presence } from '../../../structure/presence';
import type {
  ChoiceInfo,
  DecodedMap,
  DecodedScalar,
  DecodedStruct,
  FieldInfo,
  Report,
  StructInfo,
} from '../../../structure/types';
import { isSince } from '../../../structure/versions';
import { structOf, textOf } from './conditions';
import { checked, docs, file, flag, template, text } from '../fields';
import { choice, defaultTemplate, sendResolved } from './fields';

const link = docs('email_config');

const threadByDate: FieldInfo = choice(
  'thread_by_date',
  {
    kind: 'string',
    values: [
      { value: 'daily', summary: 'A thread for each group and day.' },
      { value: 'none', summary: 'One thread for each group, for ever.' },
    ],
  },
  'What begins a new thread besides a new group of alerts.',
  {
    details: 'Has to be written where `enabled` is `true`.',
    example: 'thread_by_date: daily',
  },
);

const threadingConfig: StructInfo = {
  id: 'threading_config',
  title: 'a threading configuration',
  link,
  snippet: 'enabled: true\nthread_by_date: ${1|daily,none|}',
  fields: [
    flag('enabled', 'Whether mails about the same group of alerts form a thread.', { default: '`false`' }),
    threadByDate,
  ],
};

const usualHeaders: readonly ChoiceInfo[] = [
  { value: 'Subject', summary: 'The subject, in place of Alertmanager’s.' },
  { value: 'Reply-To', summary: 'Who gets the answers.' },
  { value: 'From', summary: 'The sender as it is shown.' },
  { value: 'To', summary: 'The recipients as they are shown.' },
  { value: 'X-Priority', summary: '`1` for high, `3` for normal, `5` for low.' },
];

/** EmailConfig (config/notifiers.go), sent by notify/email. */
export const emailConfig: StructInfo = {
  id: 'email_config',
  title: 'an e-mail configuration',
  link,
  instead: {
    subject: 'write it as a header: `headers: { Subject: … }`',
    body: 'write "html" or "text"',
    message: 'write "html" or "text"',
  },
  snippet: 'to: ${1:team@example.com}\nsend_resolved: ${2|true,false|}',
  fields: [
    sendResolved(false),
    template('to', 'Recipients: one address, or several with commas between them.', {
      required: true,
      example: 'to: oncall@example.com, Team <team@example.com>',
    }),
    template('from', 'Sender.', {
      default: '`smtp_from` of `global`',
      example: 'from: alertmanager@example.com',
    }),
    text('hello', 'Name that Alertmanager gives itself to the SMTP server.', {
      default: '`smtp_hello` of `global`',
    }),
    checked('smarthost', hostPort, 'The SMTP server, `host:port`.', {
      details: 'Port 587 is usual for STARTTLS, 465 for TLS from the start.',
      default: '`smtp_smarthost` of `global`',
      example: 'smarthost: smtp.example.com:587',
    }),
    text('auth_username', 'User that logs in to the SMTP server; without one there is no login.', {
      default: '`smtp_auth_username` of `global`',
    }),
    text('auth_password', 'Password for the mechanisms LOGIN and PLAIN.', {
      default: '`smtp_auth_password` of `global`',
      secret: { file: 'auth_password_file' },
    }),
    file('auth_password_file', 'File with the password.', {
      default: '`smtp_auth_password_file` of `global`',
    }),
    text('auth_secret', 'Secret for the mechanism CRAM-MD5.', {
      default: '`smtp_auth_secret` of `global`',
      secret: { file: 'auth_secret_file' },
    }),
    file('auth_secret_file', 'File with the secret for CRAM-MD5.', {
      default: '`smtp_auth_secret_file` of `global`',
      since: [0, 31],
    }),
    text('auth_identity', 'Identity for the mechanism PLAIN, where it differs from the user.', {
      default: '`smtp_auth_identity` of `global`',
    }),
    {
      name: 'headers',
      type: { kind: 'map', values: { kind: 'string' }, templated: true, usual: usualHeaders },
      summary: 'More headers of the mail, or others in place of Alertmanager’s.',
      details:
        'Case doesn’t tell header names apart. Without `Subject` it is `{{ template "email.default.subject" . }}`.',
      example: "headers:\n  Subject: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}'",
      snippet: "headers:\n  Subject: '$0'",
    },
    template('html', 'The HTML body; what templates insert is escaped.', {
      default: defaultTemplate('email.default.html'),
    }),
    template('text', 'The plain text body, sent beside the HTML one.', { default: 'none' }),
    flag('require_tls', 'Whether a server that offers no STARTTLS is refused.', {
      default: '`smtp_require_tls` of `global`, which is `true` unless set',
    }),
    {
      name: 'tls_config',
      type: { kind: 'struct', struct: () => tlsConfig },
      summary: 'Certificates for the connection to the SMTP server.',
      default: '`smtp_tls_config` of `global`',
    },
    flag(
      'force_implicit_tls',
      'Whether the connection is TLS from the start (`true`) or begins in plain text (`false`).',
      {
        default: '`smtp_force_implicit_tls` of `global`, else TLS from the start on port 465 only',
        since: [0, 31],
      },
    ),
    {
      name: 'threading',
      type: { kind: 'struct', struct: () => threadingConfig },
      summary: 'Whether mails about the same alerts form threads in the reader’s mailbox.',
      since: [0, 30],
      example: 'threading:\n  enabled: true\n  thread_by_date: daily',
    },
  ],
  rules: [
    { kind: 'custom', check: checkHeaders },
    { kind: 'custom', check: checkThreading },
  ],
};

/** Header names that differ by case alone are refused. */
function checkHeaders(struct: DecodedStruct, report: Report): void {
  const seen = new Map<string, DecodedScalar>();
  for (const [header, key] of headersOf(struct)) {
    const first = seen.get(header);
    if (first) {
      const related = [{ span: first.node.span, message: 'the other one' }];
      const message = `the header ${header} is written twice, as upper and lower case don’t count; remove one of them`;
      report({ code: 'alertmanager/duplicate-header', message, at: key, related });
    } else {
      seen.set(header, key);
    }
  }
}

/** Threads need headers of their own, and a granularity. */
function checkThreading(struct: DecodedStruct, report: Report): void {
  const threading = structOf(struct, 'threading');
  const enabled = threading?.fields.get('enabled');
  if (!threading || !enabled || presence(threading, 'enabled') !== 'set') return;
  for (const [header, key] of headersOf(struct)) {
    if (header !== 'References' && header !== 'In-Reply-To') continue;
    const message = `"threading" sets the header ${header} itself; remove one of them`;
    report({ code: 'alertmanager/exclusive-fields', message, at: key });
  }
  if (!isSince(report.version, [0, 31]) || presence(threading, 'thread_by_date') === 'maybe') return;
  const granularity = textOf(threading, 'thread_by_date');
  if (granularity === 'daily' || granularity === 'none') return;
  const message = '"threading" needs "thread_by_date": daily, or none for one thread for ever';
  const at = threading.fields.get('thread_by_date') ?? enabled;
  report({ code: 'alertmanager/missing-field', message, at });
}

/** The names of the headers as Go writes them, with the keys that set them. */
function headersOf(struct: DecodedStruct): [string, DecodedScalar][] {
  const value = struct.fields.get('headers')?.value;
  const map: DecodedMap | undefined = typeof value === 'object' && value.kind === 'map' ? value : undefined;
  return (map?.entries ?? []).map(({ key, name }) => [
    canonicalHeader(name),
    { kind: 'scalar', node: key, text: name },
  ]);
}

/** textproto.CanonicalMIMEHeaderKey: a name with other characters than those of a token stays as it is. */
function canonicalHeader(name: string): string {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/.test(name)) return name;
  return name.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

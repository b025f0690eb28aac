import { integrations } from '../../server/src/formats/alertmanager/schema/receivers';
import type { StructInfo, Version } from '../../server/src/formats/structure/types';
import { isIn } from '../../server/src/formats/structure/versions';
import { pick, seededRandom, type Random } from './seeded-random';

/** A mapping of YAML as its fields, each in flow style. */
type Fields = Readonly<Record<string, string>>;

/** A configuration to be judged. */
export interface Case {
  readonly title: string;
  readonly text: string;
}

/** An integration that is accepted as it is, by field of the receiver. */
const ACCEPTED: Readonly<Record<string, Fields>> = {
  discord_configs: { webhook_url: 'http://x.com' },
  email_configs: { to: 'a@b.c', from: 'd@e.f', smarthost: "'x.com:25'" },
  incidentio_configs: { url: 'http://x.com', alert_source_token: 't' },
  pagerduty_configs: { routing_key: 'k' },
  slack_configs: { api_url: 'http://x.com' },
  webhook_configs: { url: 'http://x.com' },
  opsgenie_configs: { api_key: 'k' },
  wechat_configs: { api_secret: 's', corp_id: 'c' },
  pushover_configs: { user_key: 'u', token: 't' },
  victorops_configs: { api_key: 'k', routing_key: 'r' },
  sns_configs: { topic_arn: 'arn' },
  telegram_configs: { bot_token: 't', chat_id: '1' },
  webex_configs: { room_id: 'r', http_config: '{authorization: {credentials: c}}' },
  msteams_configs: { webhook_url: 'http://x.com' },
  msteamsv2_configs: { webhook_url: 'http://x.com' },
  jira_configs: { api_url: 'http://x.com', project: 'p', issue_type: 't' },
  rocketchat_configs: { token: 't', token_id: 'i' },
  mattermost_configs: { webhook_url: 'http://x.com' },
};

/** The same for the structs inside of integrations, by their id. */
const INSIDE: Readonly<Record<string, Fields>> = {
  slack_action: { type: 'button', text: 'x', url: 'http://x.com' },
  slack_confirmation_field: { text: 'x' },
  slack_field: { title: 'x', value: 'y' },
  mattermost_field: { title: 'x', value: 'y' },
  opsgenie_responder: { id: 'x', type: 'team' },
};

/** What is tried in every field, whatever its type. */
const VALUES = [
  '',
  'null',
  '~',
  'Null',
  "''",
  'text',
  'true',
  'yes',
  "'true'",
  '0',
  '1',
  "'1'",
  '-1',
  '1.5',
  '10s',
  '1d',
  "'10s'",
  '[]',
  '{}',
  '[text]',
  '[null]',
  '[{}]',
  '{text: text}',
  '{text: null}',
  '{text: {nested: [1, text]}}',
  'http://x.com/a',
  '/relative',
  'ftp://x.com',
  'http://',
  "'<secret>'",
  "'{{ .CommonLabels.a }}'",
  "'{{ .CommonLabels.a'",
  "'{{ toUpper .Status }}'",
  '2020-01-02',
  '!!str 5',
];

/** What is tried besides where it may mean something. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  chat_id: ['-1001234567890', '0.5', '1e3', '0x10', '9223372036854775808'],
  max_alerts: ['18446744073709551615', '18446744073709551616', '1e3', '-0.5'],
  parse_mode: ['HTML', 'html', 'Markdown', 'MarkdownV2'],
  api_type: ['auto', 'cloud', 'Cloud', 'datacenter'],
  message_type: ['text', 'markdown', 'Text', 'CRITICAL'],
  type: ['team', 'Teams', 'USER', 'escalation', 'schedule', "'team '"],
  reopen_duration: ['1d', '1h30m', '1w', '90'],
  smarthost: ['x.com', "'x.com:'", "':25'", "'[::1]:25'", "'::1:25'"],
  headers: [
    '{Subject: a, subject: b}',
    '{"a b": 1, "A b": 2}',
    '{x-y: 1, X-Y: 2}',
    '{References: a}',
    '{in-reply-to: a}',
    '{subject: null}',
  ],
  threading: [
    '{enabled: true}',
    '{enabled: true, thread_by_date: daily}',
    '{enabled: true, thread_by_date: none}',
    '{enabled: true, thread_by_date: weekly}',
    '{enabled: false, thread_by_date: weekly}',
    '{thread_by_date: weekly}',
  ],
  custom_fields: ['{entity_id: x}', '{Entity_id: x}', '{routing_key: null}', '{monitoring_tool: "", a: b}'],
  http_config: [
    '{authorization: {credentials: c}}',
    '{authorization: {}}',
    '{authorization: null}',
    '{bearer_token: c}',
    '{bearer_token_file: c}',
    '{basic_auth: {username: u}}',
    '{follow_redirects: false}',
    "{proxy_url: 'http://x.com'}",
  ],
  update_message: ['on', 'no'],
  api_url: ['https://slack.com/api/chat.postMessage', 'HTTPS://slack.com/api/chat.postMessage'],
  sigv4: [
    '{access_key: a}',
    '{secret_key: a}',
    '{access_key: a, secret_key: b}',
    '{external_id: a}',
    '{external_id: a, role_arn: b}',
    '{service_name: a, use_fips_sts_endpoint: true}',
  ],
  summary: ['{template: x}', '{template: [x]}', '{enable_update: false}', '{enable_update: x}', '{x: y}'],
};

/** How many files have several changes at once. */
const MIXED = 3000;

/** Every field of every integration and of what is inside, with every value; and what goes with it. */
export function receiverCases(version: Version, seed: number): Case[] {
  const random = seededRandom(seed);
  const places = integrations
    .filter((entry) => isIn(entry, version))
    .flatMap((entry) => placesOf(entry.field, entry.struct));
  const single = places.flatMap((place) => singleCases(place, version));
  const globals = integrations
    .filter((entry) => isIn(entry, version))
    .flatMap((entry) => globalCases(entry, random));
  const mixed = Array.from({ length: MIXED }, () => mixedCase(pick(random, places), version, random));
  return [...single, ...globals, ...mixed];
}

/** A struct, and the text of a configuration that holds it. */
interface Place {
  readonly info: StructInfo;
  readonly base: Fields;
  readonly path: string;
  readonly render: (fields: Fields, global?: Fields) => string;
}

function placesOf(field: string, info: StructInfo): Place[] {
  const render = (fields: Fields, global: Fields = {}): string =>
    `global: ${flow(global)}\nroute: {receiver: a}\nreceivers: [{name: a, ${field}: [${flow(fields)}]}]\n`;
  const base = ACCEPTED[field];
  if (!base) throw new Error(`no example of ${field}`);
  return inside({ info, base, path: field, render });
}

/** A place and those below it. */
function inside(place: Place): Place[] {
  const below = place.info.fields.flatMap(({ name, type }) => {
    const struct =
      type.kind === 'struct' ? type : type.kind === 'list' && type.of.kind === 'struct' ? type.of : undefined;
    if (!struct || ['http_config', 'tls_config'].includes(name)) return [];
    const info = struct.struct();
    const render = (fields: Fields, global?: Fields): string => {
      const value = type.kind === 'list' ? `[${flow(fields)}]` : flow(fields);
      return place.render({ ...place.base, [name]: value }, global);
    };
    return inside({ info, base: INSIDE[info.id] ?? {}, path: `${place.path}.${name}`, render });
  });
  return [place, ...below];
}

function singleCases({ info, base, path, render }: Place, version: Version): Case[] {
  const names = [...new Set(info.fields.filter((field) => isIn(field, version)).map(({ name }) => name))];
  const cases = names.flatMap((name) => [
    ...valuesOf(name).map((value) => ({
      title: `${path}.${name}: ${value}`,
      text: render({ ...base, [name]: value }),
    })),
    { title: `${path} without ${name}`, text: render(without(base, name)) },
    { title: `${path} with ${name}x`, text: render({ ...base, [`${name}x`]: 'x' }) },
    { title: `${path} with ${name} twice`, text: render({ ...base, [name]: 'x', [`"${name}"`]: 'x' }) },
  ]);
  return [{ title: path, text: render(base) }, ...cases];
}

const valuesOf = (name: string): readonly string[] => [...VALUES, ...(SPECIAL[name] ?? [])];

/** Each setting that `global` can stand in for: here, there, null, empty, absent. */
function globalCases({ field, struct, needs = [] }: (typeof integrations)[number], random: Random): Case[] {
  const [place] = placesOf(field, struct);
  if (!place) return [];
  const needed = needs.flatMap(({ own, global }) => own.map((name) => ({ name, global })));
  const slack = field === 'slack_configs' ? SLACK_GLOBALS : [];
  const globals = [...new Set([...needs.flatMap(({ global }) => global), ...slack, 'http_config'])];
  const settings: readonly string[] = ['', "''", 'http://x.com', 'absent', 'absent'];
  const clients = [
    '',
    '{}',
    '{authorization: {credentials: c}}',
    "{proxy_url: 'http://x.com'}",
    'absent',
    'absent',
  ];
  return Array.from({ length: 60 * Math.max(needed.length, 1) }, (_, index) => {
    const own: Record<string, string> = { ...place.base };
    for (const name of [...needed.map((need) => need.name), 'http_config']) {
      set(own, name, pick(random, name === 'http_config' ? clients : settings));
    }
    const global: Record<string, string> = {};
    for (const name of globals) set(global, name, pick(random, name === 'http_config' ? clients : settings));
    return { title: `${field} with global ${String(index)}`, text: place.render(own, global) };
  });
}

const SLACK_GLOBALS = ['slack_api_url', 'slack_api_url_file', 'slack_app_token', 'slack_app_token_file'];

/** @param value `absent` takes the field away */
function set(fields: Record<string, string>, name: string, value: string): void {
  if (value === 'absent') Reflect.deleteProperty(fields, name);
  else fields[name] = name.endsWith('smarthost') && value.startsWith('http') ? "'x.com:25'" : value;
}

/** Several fields at once, of those that rules speak of more often than of others. */
function mixedCase({ info, base, path, render }: Place, version: Version, random: Random): Case {
  const ruled = (info.rules ?? []).flatMap((rule) => (rule.kind === 'custom' ? [] : rule.fields));
  const secrets = info.fields.flatMap(({ name, secret }) => (secret?.file ? [name, secret.file] : []));
  const all = info.fields.filter((field) => isIn(field, version)).map(({ name }) => name);
  const names = [...ruled, ...secrets, ...all].filter((name) => all.includes(name));
  const fields: Record<string, string> = { ...base };
  const changes = 2 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change++) {
    const name = pick(random, names);
    set(
      fields,
      name,
      random() < 0.2 ? 'absent' : random() < 0.5 ? 'http://x.com' : pick(random, valuesOf(name)),
    );
  }
  return { title: `${path} ${flow(fields)}`, text: render(fields) };
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
}

function flow(fields: Fields): string {
  return `{${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')}}`;
}

import { describe, expect, it } from 'vitest';
import type { FieldType, StructInfo, Version } from '../../../structure/types';
import { isIn } from '../../../structure/versions';
import { integrations } from '.';

/** Every struct of the integrations, each once; not those of the HTTP client, which other parts share. */
function structs(): StructInfo[] {
  const found = new Set<StructInfo>();
  const visit = (type: FieldType): void => {
    if (type.kind === 'list') visit(type.of);
    if (type.kind === 'struct') add(type.struct());
  };
  const add = (info: StructInfo): void => {
    if (found.has(info)) return;
    found.add(info);
    for (const { name, type } of info.fields)
      if (name !== 'http_config' && name !== 'tls_config') visit(type);
  };
  for (const { struct } of integrations) add(struct);
  return [...found];
}

describe('the integrations’ tables', () => {
  it.each(structs().map((info) => [info.id, info] as const))('%s names fields that it has', (_, info) => {
    const names = new Set(info.fields.map(({ name }) => name));
    const others = [
      ...info.fields.flatMap(({ secret, deprecated }) => [secret?.file, deprecated?.use]),
      ...(info.rules ?? []).flatMap((rule) => (rule.kind === 'custom' ? [] : rule.fields)),
    ].filter((name) => name !== undefined);
    expect(others.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(structs().map((info) => [info.id, info] as const))(
    '%s has each field once in each version',
    (_, info) => {
      for (const version of VERSIONS) {
        const names = info.fields.filter((field) => isIn(field, version)).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }
    },
  );

  it('need what they have', () => {
    const missing = integrations.flatMap(({ struct, needs = [] }) =>
      needs.flatMap(({ own }) => own.filter((name) => !struct.fields.some((field) => field.name === name))),
    );
    expect(missing).toEqual([]);
  });
});

const VERSIONS: readonly Version[] = [27, 28, 29, 30, 31, 32, 33, 34].map((minor) => [0, minor]);

/** The fields of integrations and what is inside, as `struct.field`. */
function fieldsIn(version: Version): Set<string> {
  const known = new Set(integrations.filter((entry) => isIn(entry, version)).map(({ field }) => field));
  const fields = structs().flatMap(({ id, fields }) =>
    fields.filter((field) => isIn(field, version)).map(({ name }) => `${id}.${name}`),
  );
  return new Set([...known, ...fields]);
}

/** As in Alertmanager's source at the tags of these versions. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  '0.28': [
    'msteamsv2_configs',
    'jira_configs',
    'rocketchat_configs',
    'discord_config.webhook_url_file',
    'discord_config.content',
    'discord_config.username',
    'discord_config.avatar_url',
    'webhook_config.timeout',
    'telegram_config.message_thread_id',
    'msteams_config.webhook_url_file',
  ],
  '0.29': [
    'incidentio_configs',
    'pushover_config.monospace',
    'sigv4_config.service_name',
    'jira_config.api_type',
  ],
  '0.30': [
    'mattermost_configs',
    'email_config.threading',
    'pagerduty_config.timeout',
    'slack_config.app_token',
    'slack_config.app_token_file',
    'slack_config.app_url',
    'slack_config.timeout',
  ],
  '0.31': [
    'email_config.auth_secret_file',
    'email_config.force_implicit_tls',
    'slack_config.message_text',
    'wechat_config.api_secret_file',
    'sigv4_config.external_id',
    'telegram_config.chat_id_file',
  ],
  '0.32': [
    'slack_config.update_message',
    'webhook_config.payload',
    ...[
      'fallback',
      'color',
      'pretext',
      'author_name',
      'author_link',
      'author_icon',
      'title',
      'title_link',
      'fields',
      'thumb_url',
      'footer',
      'footer_icon',
      'image_url',
    ].map((name) => `mattermost_config.${name}`),
  ],
  '0.33': ['sns_config.use_aws_http_client'],
  '0.34': [],
};

describe('the versions', () => {
  it.each(VERSIONS.slice(1).map((version) => [version.join('.'), version] as const))(
    '%s adds',
    (name, version) => {
      const before = fieldsIn([0, version[1] - 1]);
      const added = [...fieldsIn(version)].filter((field) => !before.has(field));
      expect(added.sort()).toEqual([...(ADDED[name] ?? [])].sort());
    },
  );

  it('take nothing away', () => {
    expect([...fieldsIn([0, 27])].filter((field) => !fieldsIn([0, 34]).has(field))).toEqual([]);
  });
});

import type { Tree } from './tree-mutations';

/** The parts of a configuration that aren't integrations, each with every field of Alertmanager 0.33 that it can have. */

const tls: Tree = {
  ca_file: 'ca.pem',
  cert_file: 'cert.pem',
  key_file: 'key.pem',
  server_name: 'example.com',
  insecure_skip_verify: false,
  min_version: 'TLS12',
  max_version: 'TLS13',
};

const base = { route: { receiver: 'a' }, receivers: [{ name: 'a' }] } satisfies Tree;

const http = (config: Tree): Tree => ({ ...base, global: { http_config: config } });

/** By name. */
export const structureSeeds: Readonly<Record<string, Tree>> = {
  'global mail': {
    ...base,
    global: {
      resolve_timeout: '5m',
      smtp_from: 'a@example.com',
      smtp_hello: 'localhost',
      smtp_smarthost: 'smtp.example.com:587',
      smtp_auth_username: 'user',
      smtp_auth_password: 'password',
      smtp_auth_password_file: '',
      smtp_auth_secret: 'secret',
      smtp_auth_secret_file: '',
      smtp_auth_identity: 'identity',
      smtp_require_tls: true,
      smtp_tls_config: tls,
      smtp_force_implicit_tls: true,
    },
    receivers: [{ name: 'a', email_configs: [{ to: 'b@example.com' }] }],
  },
  'global services': {
    ...base,
    global: {
      jira_api_url: 'https://jira.example.com/',
      slack_api_url: 'https://hooks.slack.example.com/x',
      slack_app_url: 'https://slack.com/api/chat.postMessage',
      pagerduty_url: 'https://pagerduty.example.com/',
      opsgenie_api_url: 'https://opsgenie.example.com/',
      opsgenie_api_key: 'key',
      wechat_api_url: 'https://wechat.example.com/',
      wechat_api_secret: 'secret',
      wechat_api_corp_id: 'id',
      victorops_api_url: 'https://victorops.example.com/',
      victorops_api_key: 'key',
      telegram_api_url: 'https://telegram.example.com/',
      telegram_bot_token: 'token',
      webex_api_url: 'https://webex.example.com/',
      rocketchat_api_url: 'https://rocketchat.example.com/',
      rocketchat_token: 'token',
      rocketchat_token_id: 'id',
      mattermost_webhook_url: 'https://mattermost.example.com/',
    },
    receivers: [
      { name: 'a', slack_configs: [{ channel: '#a' }], pagerduty_configs: [{ routing_key: 'key' }] },
      { name: 'b', opsgenie_configs: [{}], wechat_configs: [{}], victorops_configs: [{ routing_key: 'x' }] },
      { name: 'c', telegram_configs: [{ chat_id: 1 }], rocketchat_configs: [{}], mattermost_configs: [{}] },
      { name: 'd', jira_configs: [{ project: 'P', issue_type: 'Bug' }] },
      { name: 'e', webex_configs: [{ room_id: 'r', http_config: { authorization: { credentials: 'c' } } }] },
    ],
  },
  'global files': {
    ...base,
    global: {
      slack_app_token_file: 'slack',
      opsgenie_api_key_file: 'opsgenie',
      wechat_api_secret_file: 'wechat',
      victorops_api_key_file: 'victorops',
      telegram_bot_token_file: 'telegram',
      rocketchat_token_file: 'rocketchat',
      rocketchat_token_id_file: 'rocketchat',
      mattermost_webhook_url_file: 'mattermost',
      slack_app_token: '',
      rocketchat_token: null,
    },
    receivers: [
      { name: 'a', slack_configs: [{}], opsgenie_configs: [{}], victorops_configs: [{ routing_key: 'x' }] },
      { name: 'b', telegram_configs: [{ chat_id: 1 }], rocketchat_configs: [{}], mattermost_configs: [{}] },
      { name: 'c', wechat_configs: [{ corp_id: 'x' }] },
    ],
  },
  'global webhook and token': {
    ...base,
    global: {
      slack_api_url: 'https://slack.com/api/chat.postMessage',
      slack_app_url: 'https://slack.com/api/chat.postMessage',
      slack_app_token: 'token',
    },
    receivers: [{ name: 'a', slack_configs: [{ channel: 'c' }] }],
  },
  route: {
    receivers: [{ name: 'a' }, { name: 'b', labels: { name: 'b', team: 'x' } }],
    time_intervals: [{ name: 't', time_intervals: [] }],
    mute_time_intervals: [{ name: 'm', time_intervals: [] }],
    templates: ['x/*.tmpl'],
    route: {
      receiver: 'a',
      group_by: ['alertname', 'cluster'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '4h',
      routes: [
        {
          receiver: 'b',
          matchers: ['a="b"', 'c=~d|e'],
          match: { a: 'b' },
          match_re: { a: 'b|c' },
          group_by: ['...'],
          continue: true,
          mute_time_intervals: ['t'],
          active_time_intervals: ['m', 't'],
          routes: [{ receiver: 'a', group_interval: '1h', repeat_interval: '1d' }],
        },
      ],
    },
  },
  'inhibit rules': {
    ...base,
    inhibit_rules: [
      {
        name: 'x',
        source_match: { a: 'b' },
        source_match_re: { a: 'b' },
        source_matchers: ['a=b', 'c!=d,e=~f'],
        target_match: { a: 'b' },
        target_match_re: { a: 'b.*' },
        target_matchers: ['{a="b"}'],
        equal: ['a', 'b'],
      },
    ],
  },
  'time intervals': {
    ...base,
    time_intervals: [
      {
        name: 't',
        time_intervals: [
          {
            times: [{ start_time: '09:00', end_time: '17:00' }],
            weekdays: ['monday:friday', 'sunday'],
            days_of_month: ['1:7', '-1', '-3:-1'],
            months: ['january:march', '12', 'may'],
            years: ['2026', '2026:2030'],
            location: 'Europe/Berlin',
          },
        ],
      },
    ],
  },
  'basic auth': http({
    basic_auth: { username: 'u', password: 'p', username_file: '', password_file: '' },
    tls_config: tls,
    follow_redirects: true,
    enable_http2: false,
    proxy_url: 'http://proxy',
    no_proxy: 'localhost',
    proxy_from_environment: false,
    proxy_connect_header: { a: ['b', 'c'] },
    http_headers: { 'X-A': { values: ['a'], secrets: ['b'], files: ['c'] } },
  }),
  authorization: http({
    authorization: { type: 'Bearer', credentials: 'c', credentials_file: '' },
    bearer_token: '',
    bearer_token_file: '',
  }),
  'bearer token': http({
    bearer_token: 'x',
    bearer_token_file: '',
    tls_config: { ca: 'x', cert: 'x', key: 'x' },
  }),
  oauth2: http({
    oauth2: {
      client_id: 'id',
      client_secret: 'secret',
      client_secret_file: '',
      token_url: 'http://example.com',
      scopes: ['a'],
      endpoint_params: { a: 'b' },
      tls_config: tls,
      proxy_from_environment: true,
      proxy_connect_header: { a: ['b'] },
    },
  }),
  'signed tokens': http({
    oauth2: {
      client_id: 'id',
      token_url: 'http://example.com',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_certificate_key_id: 'k',
      client_certificate_key: 'x',
      client_certificate_key_file: '',
      signature_algorithm: 'RS256',
      iss: 'i',
      audience: 'a',
      claims: { a: { b: ['c', 1] } },
    },
  }),
  tracing: {
    ...base,
    tracing: {
      client_type: 'grpc',
      endpoint: 'localhost:4317',
      sampling_fraction: 0.5,
      insecure: true,
      tls_config: tls,
      headers: { a: { values: ['b'] } },
      compression: 'gzip',
      timeout: '5s',
    },
  },
  // The installed amtool is built without Kafka, so that it doesn't check `kafka_outputs`.
  'event recorder': {
    ...base,
    event_recorder: {
      file_outputs: [{ path: 'events' }],
      webhook_outputs: [
        {
          url: 'http://example.com',
          http_config: { follow_redirects: true },
          timeout: '5s',
          workers: 2,
          max_retries: 2,
          retry_backoff: '5s',
        },
      ],
    },
  },
};

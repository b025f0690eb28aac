import { presence, presenceOfAny } from '../../structure/presence';
import type { DecodedField, DecodedStruct, Deprecation, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { headerName } from './checks';
import { docs, file, flag, struct, text } from './fields';
import { oauth2 } from './oauth2';
import { proxyFields, proxyRule } from './proxy-fields';
import { tlsConfig } from './tls-config';

export { tlsConfig } from './tls-config';

const EXCLUSIVE: AlertmanagerCode = 'alertmanager/exclusive-fields';
const VALUE: AlertmanagerCode = 'alertmanager/invalid-value';

const basicAuth: StructInfo = {
  id: 'basic_auth',
  title: 'a basic authentication',
  link: docs('http_config'),
  fields: [
    text('username', 'The user.'),
    file('username_file', 'File with the user.'),
    text('username_ref', 'Name of the user in a secret manager, which Alertmanager doesn’t have.', {
      since: [0, 28],
    }),
    text('password', 'The password.', { secret: { file: 'password_file' } }),
    file('password_file', 'File with the password.', {
      example: 'password_file: /etc/alertmanager/password',
    }),
    text('password_ref', 'Name of the password in a secret manager, which Alertmanager doesn’t have.', {
      since: [0, 28],
    }),
  ],
  rules: [
    { kind: 'exclusive', fields: ['username', 'username_file', 'username_ref'] },
    { kind: 'exclusive', fields: ['password', 'password_file', 'password_ref'] },
  ],
};

const authorization: StructInfo = {
  id: 'authorization',
  title: 'an authorization',
  link: docs('http_config'),
  fields: [
    text('type', 'The kind of credentials, the first word of the header `Authorization`.', {
      default: '`Bearer`',
      details: 'For `Basic` use `basic_auth` instead.',
    }),
    text('credentials', 'The credentials, usually a token.', { secret: { file: 'credentials_file' } }),
    file('credentials_file', 'File with the credentials.', {
      example: 'credentials_file: /etc/alertmanager/token',
    }),
    text('credentials_ref', 'Name of the credentials in a secret manager, which Alertmanager doesn’t have.', {
      since: [0, 28],
    }),
  ],
  rules: [
    { kind: 'exclusive', fields: ['credentials', 'credentials_file', 'credentials_ref'] },
    { kind: 'custom', check: checkAuthorizationType },
  ],
};

function checkAuthorizationType({ fields }: DecodedStruct, report: Report): void {
  const value = fields.get('type')?.value;
  if (typeof value !== 'object' || value.kind !== 'scalar' || value.text.trim().toLowerCase() !== 'basic')
    return;
  report({
    code: VALUE,
    message: 'for basic authentication use "basic_auth" instead of "authorization"',
    at: value,
  });
}

/** Source: prometheus/common, config/headers.go, Header. */
export const headerValues: StructInfo = {
  id: 'http_header',
  title: 'the values of a header',
  link: docs('http_config'),
  fields: [
    { name: 'values', type: { kind: 'list', of: { kind: 'string' } }, summary: 'Values of the header.' },
    {
      name: 'secrets',
      type: { kind: 'list', of: { kind: 'string' } },
      summary: 'Values that are hidden where the configuration is shown.',
      secret: { file: 'files' },
    },
    {
      name: 'files',
      type: { kind: 'list', of: { kind: 'string' } },
      summary: 'Files that hold values.',
      path: 'file',
    },
  ],
};

/** A bearer token became an authorization with `credentials`. */
function bearer(field: 'credentials' | 'credentials_file'): Deprecation {
  return {
    since: [0, 22],
    note: `use "authorization" with "${field}"`,
    use: 'authorization',
    convert: ({ keySpan, node }, struct, source) => {
      if (AUTHENTICATIONS.some((name) => struct.fields.has(name)) || node.kind !== 'scalar' || node.block)
        return undefined;
      if (struct.node.flow) {
        const end = { from: node.span.to, to: node.span.to };
        return [
          { span: keySpan, newText: `authorization: {${field}` },
          { span: end, newText: '}' },
        ];
      }
      const indent = source
        .slice(source.lastIndexOf('\n', keySpan.from - 1) + 1, keySpan.from)
        .replaceAll('-', ' ');
      return [{ span: keySpan, newText: `authorization:\n${indent}  ${field}` }];
    },
  };
}

const AUTHENTICATIONS = ['authorization', 'basic_auth', 'oauth2'];
const BEARER = ['bearer_token', 'bearer_token_file'];

/** Source: prometheus/common, config/http_config.go, HTTPClientConfig, as each Alertmanager release vendors it. */
export const httpConfig: StructInfo = {
  id: 'http_config',
  title: 'an HTTP configuration',
  link: docs('http_config'),
  fields: [
    struct(
      'authorization',
      () => authorization,
      'Credentials in the header `Authorization`, such as a bearer token.',
      {
        snippet: 'authorization:\n  credentials_file: $0',
      },
    ),
    struct('basic_auth', () => basicAuth, 'User and password.', {
      snippet: 'basic_auth:\n  username: $1\n  password_file: $0',
    }),
    struct('oauth2', () => oauth2, 'A token that is fetched from an authorization server.', {
      snippet: 'oauth2:\n  client_id: $1\n  client_secret_file: $2\n  token_url: $0',
    }),
    text('bearer_token', 'A bearer token.', {
      secret: { file: 'bearer_token_file' },
      deprecated: bearer('credentials'),
    }),
    text('bearer_token_file', 'File with a bearer token.', {
      path: 'file',
      deprecated: bearer('credentials_file'),
    }),
    struct('tls_config', () => tlsConfig, 'Certificates and versions of TLS.'),
    flag('follow_redirects', 'Follow redirections of the server.', { default: '`true`' }),
    flag('enable_http2', 'Use HTTP/2 where the server offers it.', { default: '`true`' }),
    ...proxyFields,
    {
      name: 'http_headers',
      type: { kind: 'map', keys: headerName, values: { kind: 'struct', struct: () => headerValues } },
      summary: 'Headers that are sent with each request.',
      example: 'http_headers:\n  X-Scope-OrgID:\n    values: [team-a]',
      since: [0, 28],
    },
  ],
  rules: [
    { kind: 'exclusive', fields: AUTHENTICATIONS },
    { kind: 'exclusive', fields: BEARER },
    { kind: 'custom', check: checkBearer },
    proxyRule,
  ],
};

/** A bearer token is an authorization of its own. */
function checkBearer(config: DecodedStruct, report: Report): void {
  if (presenceOfAny(config, BEARER) !== 'set') return;
  const find = (names: readonly string[]): DecodedField | undefined =>
    names.flatMap((name) => (presence(config, name) === 'set' ? (config.fields.get(name) ?? []) : []))[0];
  const [bearer, other] = [find(BEARER), find(AUTHENTICATIONS)];
  if (!bearer || !other) return;
  const [first, second] = bearer.keySpan.from < other.keySpan.from ? [bearer, other] : [other, bearer];
  const message = `"${second.info.name}" and "${first.info.name}" exclude each other; keep one of them`;
  report({
    code: EXCLUSIVE,
    message,
    at: second,
    related: [{ span: first.keySpan, message: 'the other one' }],
  });
}

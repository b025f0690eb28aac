import { presence } from '../../structure/presence';
import type { DecodedStruct, Report, StructInfo } from '../../structure/types';
import { isSince } from '../../structure/versions';
import type { AlertmanagerCode } from '../codes';
import { docs, file, struct, text } from './fields';
import { proxyFields, proxyRule } from './proxy-fields';
import { tlsConfig } from './tls-config';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const EXCLUSIVE: AlertmanagerCode = 'alertmanager/exclusive-fields';
const MISSING: AlertmanagerCode = 'alertmanager/missing-field';
const VALUE: AlertmanagerCode = 'alertmanager/invalid-value';
const CLIENT_SECRETS = ['client_secret', 'client_secret_file', 'client_secret_ref'];
const CERTIFICATE_KEYS = [
  'client_certificate_key',
  'client_certificate_key_file',
  'client_certificate_key_ref',
];
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** Source: prometheus/common, config/http_config.go, OAuth2. */
export const oauth2: StructInfo = {
  id: 'oauth2',
  title: 'an OAuth 2.0 configuration',
  link: docs('oauth2'),
  fields: [
    text('client_id', 'Identifies this client to the authorization server.', { required: true }),
    text('client_secret', 'The client’s secret.', { secret: { file: 'client_secret_file' } }),
    file('client_secret_file', 'File with the client’s secret.'),
    text('client_secret_ref', 'Name of the client’s secret in a secret manager.', {
      since: [0, 28],
      details: 'Alertmanager itself has no secret manager.',
    }),
    text('token_url', 'Where the token is fetched.', {
      required: true,
      example: 'token_url: https://login.example.com/oauth2/token',
    }),
    {
      name: 'scopes',
      type: { kind: 'list', of: { kind: 'string' } },
      summary: 'The scopes that the token is requested for.',
      example: 'scopes: [alerts.write]',
    },
    {
      name: 'endpoint_params',
      type: { kind: 'map', values: { kind: 'string' } },
      summary: 'Parameters that are added to the request of the token.',
    },
    {
      name: 'grant_type',
      type: {
        kind: 'string',
        values: [
          { value: 'client_credentials', summary: 'By the client’s secret.' },
          { value: JWT_BEARER, summary: 'By a token that is signed with a key (RFC 7523).' },
        ],
      },
      summary: 'How the client proves who it is.',
      default: '`client_credentials`',
      since: [0, 30],
    },
    text('client_certificate_key_id', 'Names the key with which the token is signed.', { since: [0, 30] }),
    text('client_certificate_key', 'The key with which the token is signed.', {
      since: [0, 30],
      secret: { file: 'client_certificate_key_file' },
    }),
    file('client_certificate_key_file', 'File with the key with which the token is signed.', {
      since: [0, 30],
    }),
    text('client_certificate_key_ref', 'Name of the key in a secret manager.', { since: [0, 30] }),
    {
      name: 'signature_algorithm',
      type: {
        kind: 'string',
        values: ALGORITHMS.map((value) => ({ value, summary: `RSA with SHA-${value.slice(2)}.` })),
        closed: true,
      },
      summary: 'The algorithm with which the token is signed.',
      default: '`RS256`',
      since: [0, 30],
    },
    text('iss', 'The issuer that the signed token names.', { default: 'the client id', since: [0, 30] }),
    text('audience', 'Whom the signed token is for.', { default: 'the token URL', since: [0, 30] }),
    {
      name: 'claims',
      type: { kind: 'map', values: { kind: 'any' } },
      summary: 'Claims that are added to the signed token.',
      since: [0, 30],
    },
    struct('tls_config', () => tlsConfig, 'TLS of the requests for a token.'),
    ...proxyFields,
  ],
  rules: [{ kind: 'custom', check: checkGrant }, proxyRule],
};

/** What has to be set depends on the grant type. */
function checkGrant(oauth: DecodedStruct, report: Report): void {
  const grant = oauth.fields.get('grant_type')?.value ?? 'null';
  if (grant === 'unknown') return;
  const isJwt = typeof grant === 'object' && grant.kind === 'scalar' && grant.text === JWT_BEARER;
  const [first, second] = (isJwt ? CERTIFICATE_KEYS : CLIENT_SECRETS).flatMap((name) =>
    presence(oauth, name) === 'set' ? (oauth.fields.get(name) ?? []) : [],
  );
  if (first && second) {
    const message = `"${second.info.name}" and "${first.info.name}" exclude each other; keep one of them`;
    report({ code: EXCLUSIVE, message, at: second });
  }
  if (isJwt) checkAlgorithm(oauth, report);
  else if (
    !isSince(report.version, [0, 28]) &&
    CLIENT_SECRETS.every((name) => presence(oauth, name) === 'unset')
  ) {
    const message =
      'an OAuth 2.0 configuration needs "client_secret" or "client_secret_file" before Alertmanager 0.28';
    report({ code: MISSING, message, at: oauth });
  }
}

function checkAlgorithm(oauth: DecodedStruct, report: Report): void {
  const value = oauth.fields.get('signature_algorithm')?.value;
  if (typeof value !== 'object' || value.kind !== 'scalar') return;
  if (value.text === '' || ALGORITHMS.includes(value.text)) return;
  report({ code: VALUE, message: `the algorithm is one of ${ALGORITHMS.join(', ')}`, at: value });
}

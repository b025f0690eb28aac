import type { FieldType, StructInfo } from '../../structure/types';
import { oneOf, url } from '../schema/checks';
import { httpConfig as alertmanagers, tlsConfig as alertmanagersTls } from '../schema/http-config';
import { derive, heldBy, of, type Row } from './derive';
import { secret, secretKey, secretOrConfigMap } from './selectors';

const selected: Partial<Exclude<Row, string>> = {
  type: of(() => secretOrConfigMap),
  details: 'Stands in a Secret or a ConfigMap.',
  default: undefined,
};

const version: FieldType = oneOf(
  ['1.0', '1.1', '1.2', '1.3'].map((number) => ({
    value: `TLS${number.replace('.', '')}`,
    summary: `TLS ${number}.`,
  })),
);

/** SafeTLSConfig. */
export const tlsConfig: StructInfo = derive(alertmanagersTls, {
  type: 'SafeTLSConfig',
  rows: [
    {
      name: 'ca',
      ...selected,
      summary: 'The certificates of the authorities that the server’s certificate may be from.',
    },
    { name: 'cert', ...selected, summary: 'The client certificate.' },
    secret('keySecret', { as: 'key', summary: 'The private key of the client certificate.' }),
    'serverName',
    {
      name: 'insecureSkipVerify',
      details: 'Then anyone in between can read and change what is sent. Prefer `ca`.',
    },
    { name: 'minVersion', type: version },
    { name: 'maxVersion', type: version },
  ],
  rules: [
    { kind: 'requires', field: 'cert', fields: ['keySecret'] },
    { kind: 'requires', field: 'keySecret', fields: ['cert'] },
  ],
});

const proxyRows: readonly Row[] = [
  'proxyUrl',
  'noProxy',
  'proxyFromEnvironment',
  {
    name: 'proxyConnectHeader',
    type: { kind: 'map', values: { kind: 'list', of: of(() => secretKey) } },
    summary: 'Headers that are sent to the proxy in CONNECT requests, each with a list of keys of Secrets.',
  },
];

const proxyRules: StructInfo['rules'] = [
  { kind: 'exclusive', fields: ['proxyFromEnvironment', 'proxyUrl'] },
  { kind: 'exclusive', fields: ['proxyFromEnvironment', 'noProxy'] },
];

const oauth2: StructInfo = derive(heldBy(alertmanagers, 'oauth2'), {
  type: 'OAuth2',
  rows: [
    { name: 'clientId', ...selected, required: true },
    secret('clientSecret', { required: true }),
    { name: 'tokenUrl', type: { kind: 'string', check: url }, required: true },
    'scopes',
    'endpointParams',
    { name: 'tlsConfig', type: of(() => tlsConfig) },
    ...proxyRows,
  ],
  rules: proxyRules,
});

const basicAuth: StructInfo = derive(heldBy(alertmanagers, 'basic_auth'), {
  type: 'BasicAuth',
  rows: [secret('username'), secret('password')],
});

const authorization: StructInfo = derive(heldBy(alertmanagers, 'authorization'), {
  type: 'SafeAuthorization',
  rows: [{ name: 'type', details: 'For `Basic` use `basicAuth` instead.' }, secret('credentials')],
});

/** HTTPConfig; what may stand together is in its method Validate. */
export const httpConfig: StructInfo = derive(alertmanagers, {
  type: 'HTTPConfig',
  rows: [
    { name: 'authorization', type: of(() => authorization) },
    { name: 'basicAuth', type: of(() => basicAuth) },
    { name: 'oauth2', type: of(() => oauth2) },
    secret('bearerTokenSecret', { as: 'bearer_token' }),
    { name: 'tlsConfig', type: of(() => tlsConfig) },
    'followRedirects',
    { name: 'enableHttp2', as: 'enable_http2' },
    ...proxyRows,
    { name: 'proxyURL', as: 'proxy_url', summary: 'The older spelling of `proxyUrl`.', default: undefined },
  ],
  rules: [
    { kind: 'exclusive', fields: ['authorization', 'basicAuth', 'oauth2', 'bearerTokenSecret'] },
    ...proxyRules,
  ],
});

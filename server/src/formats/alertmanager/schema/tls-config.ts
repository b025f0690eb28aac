import type { StructInfo } from '../../structure/types';
import { presenceOfAny } from '../../structure/presence';
import type { DecodedStruct, Report } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { oneOf } from './checks';
import { docs, file, flag, text } from './fields';

const MISSING: AlertmanagerCode = 'alertmanager/missing-field';

const tlsVersion = oneOf(
  [
    { value: 'TLS10', summary: 'TLS 1.0, outdated.' },
    { value: 'TLS11', summary: 'TLS 1.1, outdated.' },
    { value: 'TLS12', summary: 'TLS 1.2.' },
    { value: 'TLS13', summary: 'TLS 1.3.' },
  ],
  { emptyToo: false },
);

const CERTIFICATE = ['cert', 'cert_file', 'cert_ref'];
const KEY = ['key', 'key_file', 'key_ref'];

/** Source: prometheus/common, config/http_config.go, TLSConfig. */
export const tlsConfig: StructInfo = {
  id: 'tls_config',
  title: 'a TLS configuration',
  link: docs('tls_config'),
  fields: [
    file(
      'ca_file',
      'File with the certificates of the authorities that the server’s certificate may be signed by.',
      {
        default: 'the authorities that the machine trusts',
        example: 'ca_file: ca.pem',
      },
    ),
    text('ca', 'The same as text (PEM), for instance in a block scalar.'),
    file('cert_file', 'File with the client certificate, by which Alertmanager proves who it is.', {
      example: 'cert_file: client.pem',
    }),
    text('cert', 'The client certificate as text (PEM).'),
    file('key_file', 'File with the private key of the client certificate.', {
      example: 'key_file: client-key.pem',
    }),
    text('key', 'The private key of the client certificate as text (PEM).', { secret: { file: 'key_file' } }),
    text('ca_ref', 'Name of the authorities’ certificates in a secret manager.', {
      since: [0, 28],
      details: 'Alertmanager itself has no secret manager: with this field the requests fail.',
    }),
    text('cert_ref', 'Name of the client certificate in a secret manager.', {
      since: [0, 28],
      details: 'Alertmanager itself has no secret manager: with this field the requests fail.',
    }),
    text('key_ref', 'Name of the private key in a secret manager.', {
      since: [0, 28],
      details: 'Alertmanager itself has no secret manager: with this field the requests fail.',
    }),
    text('server_name', 'The name that the server’s certificate has to be for.', {
      default: 'the host of the URL',
      details: 'Set it where the server is reached by another name or an address.',
    }),
    flag('insecure_skip_verify', 'Accept any certificate of the server.', {
      default: '`false`',
      details: 'Then anyone in between can read and change what is sent. Prefer `ca_file`.',
    }),
    {
      name: 'min_version',
      type: tlsVersion,
      summary: 'The oldest version of TLS to accept.',
      default: 'Go’s, `TLS12`',
    },
    {
      name: 'max_version',
      type: tlsVersion,
      summary: 'The newest version of TLS to use.',
      default: 'Go’s, `TLS13`',
    },
  ],
  rules: [
    { kind: 'exclusive', fields: ['ca', 'ca_file', 'ca_ref'] },
    { kind: 'exclusive', fields: CERTIFICATE },
    { kind: 'exclusive', fields: KEY },
    { kind: 'custom', check: checkPair },
  ],
};

/** A client certificate and its key come together. */
function checkPair(struct: DecodedStruct, report: Report): void {
  const needs = (have: readonly string[], lack: readonly string[], what: string): void => {
    if (presenceOfAny(struct, have) !== 'set' || presenceOfAny(struct, lack) !== 'unset') return;
    const at = have.flatMap((name) => struct.fields.get(name) ?? [])[0] ?? struct;
    report({ code: MISSING, at, message: `${what}: set "${lack[1] ?? ''}" too` });
  };
  needs(CERTIFICATE, KEY, 'a client certificate needs its private key');
  needs(KEY, CERTIFICATE, 'a private key needs its client certificate');
}

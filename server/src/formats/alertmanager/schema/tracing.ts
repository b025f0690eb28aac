import type { StructInfo } from '../../structure/types';
import { duration, oneOf } from './checks';
import { checked, docs, flag, struct, text } from './fields';
import { headerValues, tlsConfig } from './http-config';

const clientType = oneOf(
  [
    { value: 'grpc', summary: 'OTLP over gRPC.' },
    { value: 'http', summary: 'OTLP over HTTP.' },
  ],
  { emptyToo: false, readsItself: true },
);

/** Source: tracing/config.go, TracingConfig. */
export const tracing: StructInfo = {
  id: 'tracing_config',
  title: 'a tracing configuration',
  link: docs('tracing_config'),
  fields: [
    text('endpoint', 'Where traces are sent: `host:port`.', {
      required: true,
      example: 'endpoint: otel-collector:4317',
    }),
    {
      name: 'client_type',
      type: clientType,
      summary: 'The protocol by which traces are sent.',
      default: '`grpc`',
    },
    {
      name: 'sampling_fraction',
      type: { kind: 'float' },
      summary: 'The share of requests that is traced, 0 to 1.',
      default: '`0`',
    },
    flag('insecure', 'Send without TLS.', { default: '`false`' }),
    struct('tls_config', () => tlsConfig, 'TLS of the connection.'),
    {
      name: 'headers',
      type: { kind: 'map', values: { kind: 'struct', struct: () => headerValues } },
      summary: 'Headers that are sent along.',
    },
    {
      name: 'compression',
      type: oneOf([{ value: 'gzip', summary: 'Compressed by gzip.' }]),
      summary: 'How traces are compressed.',
      default: 'not at all',
    },
    checked('timeout', duration, 'How long sending may take.', { default: '`0s`, the library’s' }),
  ],
};

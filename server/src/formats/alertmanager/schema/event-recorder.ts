import { presence } from '../../structure/presence';
import type { DecodedStruct, FieldInfo, Report, StructInfo } from '../../structure/types';
import { isSince } from '../../structure/versions';
import type { AlertmanagerCode } from '../codes';
import { duration, oneOf, url } from './checks';
import { checked, docs, file, flag, int, list, struct, text } from './fields';
import { httpConfig, tlsConfig } from './http-config';
import { durationOf } from './route';

const MISSING: AlertmanagerCode = 'alertmanager/missing-field';
const VALUE: AlertmanagerCode = 'alertmanager/invalid-value';
const link = docs('event_recorder');

const fileOutput: StructInfo = {
  id: 'event_recorder_file_output',
  title: 'a file output',
  link,
  fields: [file('path', 'The file that events are appended to, one JSON object a line.', { required: true })],
};

const BATCH = ['batch_max_events', 'batch_max_bytes', 'batch_flush_interval'];

/** Source: eventrecorder/webhook.go, WebhookOutputConfig. */
const webhookOutput: StructInfo = {
  id: 'event_recorder_webhook_output',
  title: 'a webhook output',
  link,
  fields: [
    checked('url', url, 'Where events are sent by POST.', { required: true, secret: {} }),
    struct('http_config', () => httpConfig, 'How the requests are made.'),
    checked('timeout', duration, 'How long a request may take.', { default: '`10s`' }),
    int('workers', 'How many requests may run at the same time.', { default: '`4`' }),
    int('max_retries', 'How often sending an event is tried at most.', { default: '`3`' }),
    checked('retry_backoff', duration, 'The pause before the second try; it doubles each time.', {
      default: '`500ms`',
    }),
    flag('batch', 'Send several events in one request, as a JSON array.', {
      default: '`false`',
      since: [0, 34],
    }),
    int('batch_max_events', 'How many events one request has at most.', { default: '`100`', since: [0, 34] }),
    int('batch_max_bytes', 'How large a request may become, about.', { default: '1 MiB', since: [0, 34] }),
    checked('batch_flush_interval', duration, 'How long an incomplete batch waits.', {
      default: '`100ms`',
      since: [0, 34],
    }),
  ],
  rules: [{ kind: 'custom', check: checkBatch }],
};

function checkBatch(output: DecodedStruct, report: Report): void {
  if (!isSince(report.version, [0, 34])) return;
  for (const name of BATCH) {
    const field = output.fields.get(name);
    const value = field?.value;
    if (!field || typeof value !== 'object' || value.kind !== 'scalar') continue;
    const size = name === 'batch_flush_interval' ? durationOf(output, name) : value.parsed;
    if (typeof size !== 'number' || size === 0) continue;
    if (size < 0) report({ code: VALUE, message: `"${name}" must not be negative`, at: value });
    else if (presence(output, 'batch') === 'unset') {
      report({ code: MISSING, message: `"${name}" needs "batch: true"`, at: field });
    }
  }
}

const acks = oneOf([
  { value: 'none', summary: 'Don’t wait.' },
  { value: 'leader', summary: 'Wait for the leader of the partition.' },
  { value: 'all', summary: 'Wait for all replicas in sync.' },
]);
const compression = oneOf([
  { value: 'none', summary: 'Not compressed.' },
  { value: 'gzip', summary: 'gzip.' },
  { value: 'snappy', summary: 'Snappy.' },
  { value: 'lz4', summary: 'LZ4.' },
  { value: 'zstd', summary: 'Zstandard.' },
]);
const format = oneOf([
  { value: 'json', summary: 'JSON.' },
  { value: 'protobuf', summary: 'Binary Protocol Buffers.' },
]);

/** Source: eventrecorder/kafka.go, KafkaOutputConfig, and kafka/kafka.go. */
const kafkaOutput: StructInfo = {
  id: 'event_recorder_kafka_output',
  title: 'a Kafka output',
  link,
  fields: [
    list('brokers', { kind: 'string' }, 'Brokers to begin with, each `host:port`.', {
      required: true,
      example: 'brokers: [kafka-0.example.com:9092]',
    }),
    text('topic', 'The topic that events are produced to.', { required: true }),
    text('client_id', 'What Alertmanager calls itself to the brokers.', { default: '`alertmanager`' }),
    { name: 'format', type: format, summary: 'How events are encoded.', default: '`json`' },
    { name: 'acks', type: acks, summary: 'Which acknowledgement to wait for.', default: '`leader`' },
    { name: 'compression', type: compression, summary: 'How batches are compressed.', default: '`none`' },
    int('buffer_size', 'How many events wait at most.', { default: '`1024`' }),
    struct('tls_config', () => tlsConfig, 'TLS of the connection; without it nothing is encrypted.'),
  ],
  rules: [{ kind: 'custom', check: checkBrokers }],
};

function checkBrokers({ fields }: DecodedStruct, report: Report): void {
  const value = fields.get('brokers')?.value;
  if (typeof value !== 'object' || value.kind !== 'list') return;
  const empty = value.items.find(
    (item) => item === 'null' || (typeof item === 'object' && item.kind === 'scalar' && item.text === ''),
  );
  if (empty)
    report({
      code: VALUE,
      message: 'the address of a broker must not be empty',
      at: typeof empty === 'object' ? empty : value,
    });
}

/** An output without settings. */
const stdoutOutput: StructInfo = {
  id: 'event_recorder_stdout_output',
  title: 'an output to standard output',
  link,
  fields: [],
};

const outputs = (name: string, info: StructInfo, summary: string, since?: FieldInfo['since']): FieldInfo =>
  list(name, { kind: 'struct', struct: () => info }, summary, { since });

/** Source: eventrecorder/config.go, Config. */
export const eventRecorder: StructInfo = {
  id: 'event_recorder',
  title: 'an event recorder',
  link,
  fields: [
    outputs('file_outputs', fileOutput, 'Files that events are written to.'),
    outputs('webhook_outputs', webhookOutput, 'HTTP endpoints that events are sent to.'),
    outputs('kafka_outputs', kafkaOutput, 'Kafka topics that events are produced to.'),
    outputs('stdout_outputs', stdoutOutput, 'Writes events to standard output; each item is `{}`.', [0, 34]),
  ],
};

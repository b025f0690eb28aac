import { presence } from '../../../structure/presence';
import type { DecodedStruct, Report, StructInfo } from '../../../structure/types';
import { docs, flag, template, text } from '../fields';
import { defaultTemplate, http, sendResolved } from './fields';

const link = docs('sns_config');

/** SigV4Config of prometheus/sigv4. */
export const sigv4Config: StructInfo = {
  id: 'sigv4_config',
  title: 'an AWS signature configuration',
  link: docs('sigv4_config'),
  snippet: 'region: ${1:eu-central-1}',
  fields: [
    text('region', 'The AWS region.', { default: 'that of AWS’ usual credential chain' }),
    text('access_key', 'ID of the access key.', { default: 'AWS’ usual credential chain' }),
    text('secret_key', 'Secret of the access key.', { secret: {} }),
    text('profile', 'Named profile of AWS’ shared configuration.'),
    text('role_arn', 'Role to assume.', { example: 'role_arn: arn:aws:iam::123456789012:role/alertmanager' }),
    text('external_id', 'External ID that the role asks for.', { since: [0, 31] }),
    flag('use_fips_sts_endpoint', 'Whether AWS’ FIPS endpoints are used for credentials.', {
      default: '`false`',
    }),
    text('service_name', 'Service that requests are signed for.', {
      details: 'Read, and without effect on notifications: SNS signs for itself.',
      since: [0, 29],
    }),
  ],
  rules: [
    { kind: 'requires', field: 'access_key', fields: ['secret_key'] },
    { kind: 'requires', field: 'secret_key', fields: ['access_key'] },
    { kind: 'requires', field: 'external_id', fields: ['role_arn'], since: [0, 31] },
  ],
};

const targets = ['topic_arn', 'phone_number', 'target_arn'];

/** SNSConfig (notify/sns). */
export const snsConfig: StructInfo = {
  id: 'sns_config',
  title: 'an Amazon SNS configuration',
  link,
  snippet:
    'topic_arn: ${1:arn:aws:sns:eu-central-1:123456789012:alerts}\nsigv4:\n  region: ${2:eu-central-1}',
  fields: [
    sendResolved(true),
    http,
    template('api_url', 'Endpoint of SNS.', {
      default: 'that of the region',
      example: 'api_url: https://sns.eu-central-1.amazonaws.com',
    }),
    {
      name: 'sigv4',
      type: { kind: 'struct', struct: () => sigv4Config },
      summary: 'Region and credentials that requests are signed with.',
    },
    template('topic_arn', 'Topic that messages are published to; a name ending in `.fifo` is a FIFO topic.', {
      details: 'FIFO topics drop what has the same group within 5 minutes: keep `group_interval` above that.',
      example: 'topic_arn: arn:aws:sns:eu-central-1:123456789012:alerts',
    }),
    template('phone_number', 'Phone that gets an SMS, in E.164 notation; cut after 1,600 characters.', {
      example: "phone_number: '+491701234567'",
    }),
    template('target_arn', 'Endpoint of a mobile app.'),
    template('subject', 'Subject line for e-mail subscribers.', {
      default: defaultTemplate('sns.default.subject'),
    }),
    template('message', 'Text of the message; cut after 256 KB.', {
      default: defaultTemplate('sns.default.message'),
    }),
    {
      name: 'attributes',
      type: { kind: 'map', values: { kind: 'string' }, templated: true },
      summary: 'Message attributes, which subscriptions can filter by.',
      details: 'The names are templates, too.',
    },
    flag('use_aws_http_client', 'Whether AWS’ own HTTP client sends, as its `ca_bundle` needs.', {
      details: 'Of `http_config` only TLS and proxies apply then, and requests aren’t traced.',
      default: '`false`, `true` where the environment has `AWS_CA_BUNDLE`',
      since: [0, 33],
    }),
  ],
  rules: [{ kind: 'custom', check: checkTargets }],
};

/** Refused with none and with two of them; all three are accepted, though SNS refuses to publish then. */
function checkTargets(struct: DecodedStruct, report: Report): void {
  const states = targets.map((name) => presence(struct, name));
  if (states.includes('maybe')) return;
  const set = targets.filter((_, index) => states[index] === 'set');
  const last = set.at(-1);
  if (set.length === 1) return;
  if (last === undefined) {
    const message = `${struct.info.title} needs "topic_arn", "phone_number" or "target_arn"`;
    report({ code: 'alertmanager/missing-field', message, at: struct });
    return;
  }
  const all = set.length === targets.length;
  report({
    code: 'alertmanager/exclusive-fields',
    severity: all ? 'warning' : 'error',
    message: `only one of "topic_arn", "phone_number" and "target_arn" can be set${all ? ': SNS refuses messages with all of them' : '; keep one of them'}`,
    at: struct.fields.get(last) ?? struct,
  });
}

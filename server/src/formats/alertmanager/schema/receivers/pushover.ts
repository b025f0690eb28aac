import type { StringCheck, StructInfo } from '../../../structure/types';
import { goDuration } from '../checks';
import { checked, docs, file, flag, template } from '../fields';
import { choice, defaultTemplate, http, sendResolved } from './fields';

/** The integration's own type `duration`, which reads text. */
const durationText: StringCheck = { ...goDuration, ignoresNulls: true };

/** PushoverConfig (notify/pushover). */
export const pushoverConfig: StructInfo = {
  id: 'pushover_config',
  title: 'a Pushover configuration',
  link: docs('pushover_config'),
  snippet:
    'user_key_file: ${1:/etc/alertmanager/pushover-user}\ntoken_file: ${2:/etc/alertmanager/pushover-token}',
  fields: [
    sendResolved(true),
    http,
    template('user_key', 'Key of the user or group that is notified.', { secret: { file: 'user_key_file' } }),
    file('user_key_file', 'File with the key of the user or group.'),
    template('token', 'Token of the application that sends.', { secret: { file: 'token_file' } }),
    file('token_file', 'File with the token of the application.'),
    template('title', 'Title; cut after 250 characters.', {
      default: defaultTemplate('pushover.default.title'),
    }),
    template('message', 'Text; cut after 1,024 characters.', {
      default: defaultTemplate('pushover.default.message'),
    }),
    template('url', 'A link beside the text; cut after 512 characters.', {
      default: defaultTemplate('pushover.default.url'),
    }),
    template('url_title', 'Text of that link.'),
    template('device', 'Name of the device that is notified.', { default: 'all of the user’s devices' }),
    template('sound', 'Name of the sound.', { default: 'the user’s own' }),
    choice(
      'priority',
      {
        kind: 'string',
        values: [
          { value: '-2', summary: 'No notification at all.' },
          { value: '-1', summary: 'Without sound.' },
          { value: '0', summary: 'Normal.' },
          { value: '1', summary: 'High: also in quiet hours.' },
          { value: '2', summary: 'Emergency: repeated until somebody acknowledges it.' },
        ],
      },
      'From `-2` (silent) to `2` (repeated until somebody acknowledges it).',
      { templated: true, default: '`2` while firing, `0` when resolved' },
    ),
    checked('retry', durationText, 'How often an emergency is repeated; at least 30 seconds.', {
      default: '`1m`',
    }),
    checked('expire', durationText, 'How long an emergency is repeated.', { default: '`1h`' }),
    checked('ttl', durationText, 'How long the notification is kept.', { default: 'for ever' }),
    flag('html', 'Whether the text is HTML; what templates insert is escaped then.', { default: '`false`' }),
    flag('monospace', 'Whether the text is shown in a monospaced font.', {
      default: '`false`',
      since: [0, 29],
    }),
  ],
  rules: [
    { kind: 'one-of', fields: ['user_key', 'user_key_file'] },
    { kind: 'exclusive', fields: ['user_key', 'user_key_file'] },
    { kind: 'one-of', fields: ['token', 'token_file'] },
    { kind: 'exclusive', fields: ['token', 'token_file'] },
    { kind: 'exclusive', fields: ['html', 'monospace'], since: [0, 29] },
  ],
};

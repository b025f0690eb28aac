import { oneOf } from '../checks';
import type { StructInfo } from '../../../structure/types';
import { docs, file, flag, template, text } from '../fields';
import { choice, defaultTemplate, http, sendResolved, serviceUrl } from './fields';

/** TelegramConfig (notify/telegram). */
export const telegramConfig: StructInfo = {
  id: 'telegram_config',
  title: 'a Telegram configuration',
  link: docs('telegram_config'),
  snippet: 'bot_token_file: ${1:/etc/alertmanager/telegram-token}\nchat_id: ${2:-1001234567890}',
  fields: [
    sendResolved(true),
    http,
    serviceUrl('api_url', 'The Bot API.', {
      default: '`telegram_api_url` of `global`, else `https://api.telegram.org`',
    }),
    text('bot_token', 'Token of the bot, as BotFather gives it.', {
      default: '`telegram_bot_token` of `global` since Alertmanager 0.31',
      secret: { file: 'bot_token_file' },
    }),
    file('bot_token_file', 'File with the token of the bot.'),
    {
      name: 'chat_id',
      type: { kind: 'int' },
      summary: 'ID of the chat that gets the message; a number without quotes, negative for groups.',
      example: 'chat_id: -1001234567890',
    },
    file('chat_id_file', 'File with the ID of the chat.', { since: [0, 31] }),
    {
      name: 'message_thread_id',
      type: { kind: 'int' },
      summary: 'ID of the topic of a group that the message goes to.',
      since: [0, 28],
    },
    template('message', 'Text of the message; at most 4,096 characters.', {
      details:
        'With the parse mode `HTML`, a longer one is replaced by a note that it was too long, else it is cut.',
      default: defaultTemplate('telegram.default.message'),
    }),
    flag('disable_notifications', 'Whether the message arrives without a sound.', { default: '`false`' }),
    choice(
      'parse_mode',
      oneOf([
        { value: 'HTML', summary: 'A few HTML tags; what templates insert is escaped.' },
        { value: 'MarkdownV2', summary: 'Telegram’s Markdown; many characters have to be escaped.' },
        { value: 'Markdown', summary: 'Telegram’s older Markdown.' },
      ]),
      'How Telegram reads the text; empty for plain text.',
      {
        default: '`HTML`',
      },
    ),
  ],
  rules: [
    { kind: 'exclusive', fields: ['bot_token', 'bot_token_file'] },
    { kind: 'exclusive', fields: ['chat_id', 'chat_id_file'], since: [0, 31] },
    { kind: 'one-of', fields: ['chat_id', 'chat_id_file'] },
  ],
};

import { oneOf } from '../checks';
import type { StructInfo } from '../../../structure/types';
import { docs, file, template, text } from '../fields';
import { choice, defaultTemplate, http, sendResolved, serviceUrl } from './fields';

const recipients = 'IDs with `|` between them; `@all` is everybody that the application reaches.';

/** WechatConfig (config/notifiers.go), sent by notify/wechat. */
export const wechatConfig: StructInfo = {
  id: 'wechat_config',
  title: 'a WeChat configuration',
  link: docs('wechat_config'),
  snippet: "agent_id: '${1:1000002}'\nto_user: '${2:@all}'",
  fields: [
    sendResolved(false),
    http,
    text('api_secret', 'Secret of the application in WeChat Work.', {
      default: '`wechat_api_secret` of `global`',
      secret: { file: 'api_secret_file' },
    }),
    file('api_secret_file', 'File with the secret.', {
      default: '`wechat_api_secret_file` of `global`',
      since: [0, 31],
    }),
    template('corp_id', 'ID of the company in WeChat Work.', { default: '`wechat_api_corp_id` of `global`' }),
    template('message', 'Text of the message.', { default: defaultTemplate('wechat.default.message') }),
    serviceUrl('api_url', 'Base of the API.', {
      default: '`wechat_api_url` of `global`, else `https://qyapi.weixin.qq.com/cgi-bin/`',
    }),
    template('to_user', 'People that get the message.', {
      details: recipients,
      example: "to_user: 'alice|bob'",
    }),
    template('to_party', 'Departments that get the message.', { details: recipients }),
    template('to_tag', 'Tags whose members get the message.', { details: recipients }),
    template('agent_id', 'ID of the application that sends.', { example: "agent_id: '1000002'" }),
    choice(
      'message_type',
      oneOf([
        { value: 'text', summary: 'Plain text.' },
        { value: 'markdown', summary: 'WeChat’s Markdown.' },
      ]),
      'How the text is read.',
      {
        default: '`text`',
      },
    ),
  ],
  rules: [{ kind: 'exclusive', fields: ['api_secret', 'api_secret_file'], since: [0, 31] }],
};

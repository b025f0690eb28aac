import { presence } from '../../../structure/presence';
import type { StructInfo } from '../../../structure/types';
import { authorizationOf, structOf } from './conditions';
import { docs, template } from '../fields';
import { defaultTemplate, http, sendResolved, serviceUrl } from './fields';

/** WebexConfig (config/notifiers.go), sent by notify/webex. */
export const webexConfig: StructInfo = {
  id: 'webex_config',
  title: 'a Webex configuration',
  link: docs('webex_config'),
  snippet:
    'room_id: ${1:room}\nhttp_config:\n  authorization:\n    credentials_file: ${2:/etc/alertmanager/webex-token}',
  fields: [
    sendResolved(true),
    {
      ...http,
      details: 'Has to hold the bot’s token: `authorization` with `credentials` or `credentials_file`.',
      required: true,
      example: 'http_config:\n  authorization:\n    credentials_file: /etc/alertmanager/webex-token',
    },
    serviceUrl('api_url', 'Where messages are posted to.', {
      default: '`webex_api_url` of `global`, else `https://webexapis.com/v1/messages`',
    }),
    template('message', 'Text of the message, in Markdown.', {
      default: defaultTemplate('webex.default.message'),
    }),
    template('room_id', 'ID of the room that messages go to.', { required: true }),
  ],
  rules: [
    {
      kind: 'custom',
      check: (struct, report) => {
        const field = struct.fields.get('http_config');
        const client = structOf(struct, 'http_config');
        if (
          !field ||
          !client ||
          presence(struct, 'http_config') !== 'set' ||
          authorizationOf(client) !== 'unset'
        )
          return;
        const message =
          'Webex needs the token of the bot: "authorization" with "credentials" or "credentials_file"';
        report({ code: 'alertmanager/missing-field', message, at: field });
      },
    },
  ],
};

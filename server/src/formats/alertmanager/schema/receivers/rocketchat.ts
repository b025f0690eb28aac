import { presence } from '../../../structure/presence';
import type { FieldInfo, StructInfo, StructRule } from '../../../structure/types';
import { pointerPresence } from './conditions';
import { docs, file, flag, template, text } from '../fields';
import { defaultTemplate, http, sendResolved, serviceUrl } from './fields';

const link = docs('rocketchat_config');

/** RocketchatAttachmentField: its Go fields have no YAML names, so they are those in lower case. */
const rocketchatField: StructInfo = {
  id: 'rocketchat_field',
  title: 'a Rocket.Chat field',
  link,
  fields: [
    flag('short', 'Whether the field is narrow enough to stand beside another one.', {
      default: '`short_fields` of the integration',
    }),
    template('title', 'Heading of the field.'),
    template('value', 'Text of the field.'),
  ],
};

const unused = 'Alertmanager reads it and doesn’t send it.';

/** RocketchatAttachmentAction: its Go fields have no YAML names, so they are those in lower case. */
const rocketchatAction: StructInfo = {
  id: 'rocketchat_action',
  title: 'a Rocket.Chat action',
  link,
  snippet: 'text: ${1:Runbook}\nurl: $2',
  fields: [
    text('type', 'Kind of the action; always sent as `button`.'),
    template('text', 'Label of the button.'),
    template('url', 'The page that the button opens.'),
    text('imageurl', 'Picture on the button.', { details: unused }),
    flag('iswebview', 'Whether the page opens inside of Rocket.Chat.', { details: unused }),
    text('webviewheightratio', 'Height of that page.', { details: unused }),
    template('msg', 'Text that the button sends.'),
    flag('msginchatwindow', 'Whether that text appears in the window.', { details: unused }),
    text('msgprocessingtype', 'What happens with that text.', { details: unused }),
  ],
};

/** A secret by pointer: an empty text is a value, and excludes the file all the same. */
function exclusiveWithFile(secret: string, secretFile: string): StructRule {
  return {
    kind: 'custom',
    check: (struct, report) => {
      const field = struct.fields.get(secretFile);
      if (!field || pointerPresence(struct, secret) !== 'set' || presence(struct, secretFile) !== 'set')
        return;
      const message = `"${secret}" and "${secretFile}" exclude each other; keep one of them`;
      report({ code: 'alertmanager/exclusive-fields', message, at: field });
    },
  };
}

function credential(name: string, summary: string): FieldInfo {
  return text(name, summary, {
    default: `\`rocketchat_${name}\` of \`global\``,
    secret: { file: `${name}_file` },
  });
}

/** RocketchatConfig (notify/rocketchat). */
export const rocketchatConfig: StructInfo = {
  id: 'rocketchat_config',
  title: 'a Rocket.Chat configuration',
  link,
  snippet:
    "channel: '${1:#alerts}'\ntoken_file: ${2:/etc/alertmanager/rocketchat-token}\ntoken_id_file: ${3:/etc/alertmanager/rocketchat-id}",
  fields: [
    sendResolved(false),
    http,
    serviceUrl('api_url', 'The Rocket.Chat server.', {
      default: '`rocketchat_api_url` of `global`, else `https://open.rocket.chat/`',
    }),
    credential('token_id', 'ID of the user that the token belongs to.'),
    file('token_id_file', 'File with that ID.', { default: '`rocketchat_token_id_file` of `global`' }),
    credential('token', 'Personal access token of the user that sends.'),
    file('token_file', 'File with the token.', { default: '`rocketchat_token_file` of `global`' }),
    template('channel', 'Where to post: a channel (`#alerts`), a person (`@name`) or the ID of a room.', {
      example: "channel: '#alerts'",
      snippet: "channel: '${1:#alerts}'",
    }),
    template('color', 'Colour of the bar beside the attachment.', {
      default: '`red` while firing, `green` when resolved',
    }),
    template('title', 'Title of the attachment; cut after 1,024 characters.', {
      default: defaultTemplate('rocketchat.default.title'),
    }),
    template('title_link', 'The page that the title leads to.', {
      default: defaultTemplate('rocketchat.default.titlelink'),
    }),
    template('text', 'Text of the attachment.', { default: defaultTemplate('rocketchat.default.text') }),
    {
      name: 'fields',
      type: { kind: 'list', of: { kind: 'struct', struct: () => rocketchatField } },
      summary: 'A table of titles and values in the attachment.',
    },
    flag('short_fields', 'Whether fields that don’t say it themselves stand beside each other.', {
      default: '`false`',
    }),
    template('emoji', 'Emoji that stands for the sender.', {
      default: defaultTemplate('rocketchat.default.emoji'),
      example: "emoji: ':fire:'",
    }),
    template('icon_url', 'Picture that stands for the sender.', {
      default: defaultTemplate('rocketchat.default.iconurl'),
    }),
    template('image_url', 'Picture below the text of the attachment.'),
    template('thumb_url', 'Small picture beside the text of the attachment.'),
    flag('link_names', 'Read, and not sent.', { default: '`false`' }),
    {
      name: 'actions',
      type: { kind: 'list', of: { kind: 'struct', struct: () => rocketchatAction } },
      summary: 'Buttons below the attachment.',
    },
  ],
  rules: [exclusiveWithFile('token', 'token_file'), exclusiveWithFile('token_id', 'token_id_file')],
};

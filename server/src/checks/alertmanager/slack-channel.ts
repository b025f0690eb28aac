import type { ConfigModel } from '../../formats/alertmanager/model';
import type { DecodedField } from '../../formats/structure/types';
import type { AlertmanagerCheck } from './check';

/** A channel that Slack may not find. */
export const slackChannel: AlertmanagerCheck = {
  code: 'alertmanager/slack-channel',
  severity: 'information',
  title: 'Slack channel without # or ID',
  explanation:
    'A channel of Slack is written `#name`, a person `@name`, or either by its ID (`C024BE91L`). Bots also find a channel ' +
    'by its bare name, webhooks don’t.',
  scope: 'part',
  *run(model) {
    for (const { node, value } of channels(model)) {
      if (typeof value === 'string' || value.kind !== 'scalar' || value.text === '') continue;
      if (value.text.includes('{{') || /^[#@]|^[CGDUW][A-Z0-9]{6,}$/.test(value.text)) continue;
      const message = `"${value.text}" is neither a channel (\`#name\`), nor a person (\`@name\`), nor an ID`;
      const title = `Write '#${value.text}'`;
      const isPlainName = /^[\p{L}\p{N}._-]+$/u.test(value.text) && node.kind === 'scalar';
      const fixes = isPlainName ? [{ title, edits: [{ span: node.span, newText: `'#${value.text}'` }] }] : [];
      yield { span: node.span, message, fixes };
    }
  },
};

/** `channel: #alerts`, which is a comment to YAML. */
export const commentedChannel: AlertmanagerCheck = {
  code: 'alertmanager/commented-channel',
  severity: 'warning',
  title: 'Slack channel that is a comment',
  explanation:
    'A `#` behind a space begins a comment in YAML, so `channel: #alerts` sets no channel at all. Quote it: ' +
    "`channel: '#alerts'`.",
  scope: 'part',
  *run(model, { text }) {
    for (const { keySpan, value } of channels(model)) {
      const [, space, comment] =
        /^:([ \t]+)(#[^\s#]\S*)[ \t]*(?:[\r\n]|$)/.exec(text.slice(keySpan.to, keySpan.to + 200)) ?? [];
      if (value !== 'null' || space === undefined || comment === undefined) continue;
      const from = keySpan.to + 1 + space.length;
      const span = { from, to: from + comment.length };
      const newText = `'${comment.replaceAll("'", "''")}'`;
      const message = `YAML reads ${comment} as a comment, so no channel is set; quote it`;
      yield {
        span,
        message,
        fixes: [{ title: `Write ${newText}`, edits: [{ span, newText }], preferred: true }],
      };
    }
  },
};

function channels({ receivers }: ConfigModel): DecodedField[] {
  return receivers
    .flatMap(({ integrations }) => integrations)
    .filter(({ field }) => ['slack_configs', 'rocketchat_configs'].includes(field.info.name))
    .flatMap(({ config }) => config.fields.get('channel') ?? []);
}

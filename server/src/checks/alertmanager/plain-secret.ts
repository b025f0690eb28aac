import { walkStructs } from '../../formats/structure/locate';
import { isIn } from '../../formats/structure/versions';
import type { DecodedField } from '../../formats/structure/types';
import type { AlertmanagerCheck } from './check';

/** A secret stands in the file though another field could name a file with it. */
export const plainSecret: AlertmanagerCheck = {
  code: 'alertmanager/plain-secret',
  severity: 'information',
  title: 'Secret in plain text',
  explanation:
    'Who can read the configuration can read the secret, and a repository keeps it for ever. The field has a sibling that ' +
    'ends in `_file` and takes the path of a file with the secret instead; it is read when a notification is sent.',
  scope: 'part',
  *run({ root }, { version }) {
    if (!root) return;
    for (const struct of walkStructs(root)) {
      for (const field of struct.fields.values()) {
        const other = field.info.secret?.file;
        const file = struct.info.fields.find((info) => info.name === other && isIn(info, version));
        if (!file || !isSecret(field, struct.info.id)) continue;
        const message = `the secret stands in plain text; \`${file.name}\` takes it from a file`;
        yield { span: field.node.span, message };
      }
    }
  },
};

/** What Alertmanager and documents show in place of a secret; what is filled in by another program; Slack's public API. */
const NOT_SECRET = /^<.*>$|^\$[({]?\w+[)}]?$|^\{\{.*\}\}$|^https:\/\/slack\.com\/api\/chat\.postMessage$/s;
/** Webhooks of one's own have no secret unless they look like it: a password, a query, or a long random part. */
const CREDENTIALS = /^[a-z]+:\/\/[^/]*:[^/]*@|[?&][^=]*=.|\/(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/i;

function isSecret({ value }: DecodedField, struct: string): boolean {
  if (typeof value !== 'object' || value.kind !== 'scalar' || value.text === '') return false;
  if (NOT_SECRET.test(value.text)) return false;
  return struct !== 'webhook_config' || CREDENTIALS.test(value.text);
}

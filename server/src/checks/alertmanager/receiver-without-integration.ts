import { isUnclear } from '../../formats/alertmanager/values';
import { integrations as KINDS } from '../../formats/alertmanager/schema/receivers';
import type { AlertmanagerCheck } from './check';
import { routesOf } from './walk';

/** Names by which people say that nothing is to be sent. */
const ON_PURPOSE =
  /(?:^|[^a-z])(?:null|nil|none|no-?op|void|black[-_ ]?hole|dev[-_/]?null|drop(?:ped)?|discard|ignored?|silenced?|muted?|watchdog|nobody|nothing|nowhere|trash|sink|empty|dummy|disabled)(?:$|[^a-z])/i;

/** Alerts end at a receiver that sends nothing. */
export const receiverWithoutIntegration: AlertmanagerCheck = {
  code: 'alertmanager/receiver-without-integration',
  severity: 'warning',
  title: 'Receiver that sends nothing',
  explanation:
    'A receiver without integrations drops what it gets. That is a way to ignore alerts on purpose, best under a name ' +
    'that says so (`null`, `blackhole`). At the root route it means that every alert that no other route takes is lost: ' +
    'give the root a receiver that somebody reads.',
  scope: 'file',
  *run(model) {
    const used = new Set(Array.from(routesOf(model), ({ receiver }) => receiver?.text));
    const fallback = model.route?.receiver?.text;
    for (const { name, struct, integrations } of model.receivers) {
      if (integrations.length > 0 || !used.has(name.text) || ON_PURPOSE.test(name.text)) continue;
      if (KINDS.some(({ field }) => isUnclear(struct, field))) continue;
      const what = name.text === fallback ? 'what no other route takes is lost' : 'what it gets is lost';
      yield { span: name.span, message: `the receiver "${name.text}" has no integration: ${what}` };
    }
  },
};

import { quoted } from '../../../../text/quoted';
import { closest } from '../../../../text/similar';
import type { StringCheck } from '../../../structure/types';
import { isSince } from '../../../structure/versions';
import type { AlertmanagerCode } from '../../codes';
import { loadedTemplate, secretUrl, templateUrl } from '../checks';

const code: AlertmanagerCode = 'alertmanager/invalid-value';

/** Where a webhook is reached: a template since 0.31 (SecretURL, then SecretTemplateURL). */
export const webhookUrl: StringCheck = {
  ...templateUrl,
  fault: (text, context) =>
    (isSince(context.version, [0, 31]) ? templateUrl : secretUrl).fault(text, context),
};

const RESPONDERS = ['team', 'teams', 'user', 'escalation', 'schedule'];

/** What an Opsgenie responder is, in any case, or a template that is parsed at load (notify/opsgenie/config.go). */
export const responderType: StringCheck = {
  title: `one of ${RESPONDERS.join(', ')}`,
  examples: RESPONDERS,
  fault: (text, context) => {
    if (text.includes('{{')) return loadedTemplate.fault(text, context);
    if (RESPONDERS.includes(text.toLowerCase())) return undefined;
    const meant = closest(text, RESPONDERS);
    const hint = meant === undefined ? `write one of ${RESPONDERS.join(', ')}` : `did you mean "${meant}"?`;
    return { code, message: `${quoted(text)} is no kind of responder; ${hint}`, suggestion: meant };
  },
};

const SENT = new Set([
  'routing_key',
  'message_type',
  'state_message',
  'entity_display_name',
  'monitoring_tool',
  'entity_id',
  'entity_state',
]);

/** Names that aren't VictorOps' own (VictorOpsConfig.UnmarshalYAML). */
export const customFieldName: StringCheck = {
  title: 'a name that VictorOps doesn’t use itself',
  fault: (text) =>
    SENT.has(text)
      ? { code, message: `${quoted(text)} is always sent: it can’t be a custom field; choose another name` }
      : undefined,
};

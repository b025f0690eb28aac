import type { ConfigModel } from '../../formats/alertmanager/model';
import type { Finding } from '../../text/finding';
import type { AlertmanagerCheck, ConfigCheckContext } from './check';
import { escapedNewline } from './escaped-newline';
import { grouping } from './grouping';
import { inhibitWithoutEqual, selfInhibition } from './inhibit-rules';
import { plainSecret } from './plain-secret';
import { receiverWithoutIntegration } from './receiver-without-integration';
import { matchesEverything, plainRegex } from './regex-matchers';
import { uneven } from './repeat-interval';
import { retiredTeamsConnector } from './retired-teams-connector';
import { incidentStaysOpen, silentResolution } from './send-resolved';
import { commentedChannel, slackChannel } from './slack-channel';
import { unknownLabel } from './unknown-label';
import { unreachableRoute } from './unreachable-route';
import { unusedReceiver, unusedTimeInterval } from './unused-names';

export type { AlertmanagerCheck, ConfigCheckContext } from './check';

/** Every check on Alertmanager configurations, in the order of the documentation. */
export const ALERTMANAGER_CHECKS: readonly AlertmanagerCheck[] = [
  unreachableRoute,
  unusedReceiver,
  unusedTimeInterval,
  receiverWithoutIntegration,
  selfInhibition,
  inhibitWithoutEqual,
  unknownLabel,
  plainRegex,
  matchesEverything,
  grouping,
  uneven,
  plainSecret,
  escapedNewline,
  incidentStaysOpen,
  silentResolution,
  slackChannel,
  commentedChannel,
  retiredTeamsConnector,
];

/**
 * What the checks advise on a configuration; spans as in the model.
 * @param scope only the checks that a piece of a file will do for (`part`), or that need the whole (`file`)
 */
export function adviseOnConfig(
  model: ConfigModel,
  context: ConfigCheckContext,
  scope?: AlertmanagerCheck['scope'],
): Finding[] {
  const checks = ALERTMANAGER_CHECKS.filter((check) => scope === undefined || check.scope === scope);
  return checks.flatMap((check) =>
    Array.from(check.run(model, context), (advice) => ({
      code: check.code,
      severity: check.severity,
      ...advice,
    })),
  );
}

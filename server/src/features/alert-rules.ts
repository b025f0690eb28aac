import type { AlertRuleInfo } from '../protocol';
import type { GroupModel, RuleModel } from '../formats/rules/model';
import { hostSpan } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { alertLabels } from './alert-labels';
import { toRange } from './convert';
import { nearestConfigs } from './nearest-config';

/** More than anybody scrolls through. */
const MOST = 2000;

/** The alerts that the workspace's rules define, by name. */
export async function alertRules(workspace: Workspace): Promise<AlertRuleInfo[]> {
  const { index } = workspace;
  const names = [...index.defined('alert')];
  const uris = new Set(names.flatMap((name) => [...index.definers('alert', name)]));
  const configOf = nearestConfigs(workspace);
  const found: AlertRuleInfo[] = [];
  for (const uri of uris) {
    const document = await workspace.document(uri);
    if (document) found.push(...rulesIn(document, configOf(uri)?.uri));
    if (found.length >= MOST) break;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rulesIn({ uri, lines, analysis }: OpenDocument, config: string | undefined): AlertRuleInfo[] {
  return (analysis?.rules() ?? []).flatMap(({ model, map }) =>
    model.groups.flatMap((group) =>
      group.rules
        .filter(({ kind, name }) => kind === 'alert' && name)
        .map((rule) => ({
          uri,
          range: toRange(lines, hostSpan(map, rule.span)),
          config,
          ...info(rule, group),
        })),
    ),
  );
}

function info(rule: RuleModel, group: GroupModel): Omit<AlertRuleInfo, 'uri' | 'range' | 'config'> {
  const { known, unknown } = alertLabels(rule, group);
  return {
    name: rule.name?.text ?? '',
    labels: Object.fromEntries(known),
    annotations: Object.fromEntries(rule.annotations.map(({ name, text }) => [name.text, text])),
    otherLabels: unknown,
  };
}

import { inhibitedBy, possibleInhibitors } from '../formats/alertmanager/routing/inhibition';
import { optionsOf } from '../formats/alertmanager/routing/options';
import { routeAlert, type RoutedAlert } from '../formats/alertmanager/routing/route-alert';
import type { ConfigModel, InhibitRuleModel, MatcherModel, RouteModel } from '../formats/alertmanager/model';
import { integrationName } from '../formats/alertmanager/names';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { formatMatcher } from '../languages/matchers/notation';
import { formatDuration } from '../languages/promql/format-literals';
import type {
  Inhibitor,
  ReachedRoute,
  RouteAlertParams,
  RouteAlertResult,
  RouteNode,
  RoutingConfig,
} from '../protocol';
import { hostSpan } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import type { Workspace } from '../workspace/workspace';
import { toRange } from './convert';

/** The trees of all configurations of the workspace, those of open documents first. */
export function routingConfigs(workspace: Workspace): RoutingConfig[] {
  return workspace.configDocuments().flatMap((document) =>
    (document.analysis?.configs?.() ?? []).flatMap((config, index) => {
      const { route, receivers } = config.model;
      if (!route) return [];
      const root = routeNode({ document, config, above: [], indices: [] }, route);
      return [{ uri: document.uri, index, root, receivers: receivers.map(({ name }) => name.text) }];
    }),
  );
}

interface Place {
  readonly document: OpenDocument;
  readonly config: ConfigSlice;
  /** From the root to the parent. */
  readonly above: readonly RouteModel[];
  readonly indices: readonly number[];
}

function routeNode({ document, config, above, indices }: Place, route: RouteModel): RouteNode {
  const path = [...above, route];
  const { receiver, groupBy, groupWait, groupInterval, repeatInterval } = optionsOf(path);
  const names = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);
  return {
    path: indices,
    matchers: matchersInWords(route.matchers),
    receiver: receiver?.value.text ?? '',
    inheritsReceiver: receiver?.from !== route,
    continues: route.continues,
    groupBy: names(groupBy.value),
    groupWait: formatDuration(groupWait.value),
    groupInterval: formatDuration(groupInterval.value),
    repeatInterval: formatDuration(repeatInterval.value),
    muteTimeIntervals: names(route.muteTimeIntervals),
    activeTimeIntervals: names(route.activeTimeIntervals),
    isOpen: route.isOpen,
    range: toRange(document.lines, hostSpan(config.map, route.struct.node.span)),
    children: route.routes.map((child, index) =>
      routeNode({ document, config, above: path, indices: [...indices, index] }, child),
    ),
  };
}

function matchersInWords(matchers: readonly MatcherModel[]): string[] {
  return matchers.map(({ matcher }) => formatMatcher(matcher));
}

/** Where an alert of these labels goes in one of the workspace's configurations, and what keeps it from being sent. */
export function routeAlertIn(workspace: Workspace, params: RouteAlertParams): RouteAlertResult {
  const document = workspace.configDocuments().find(({ uri }) => uri === params.uri);
  const config = document?.analysis?.configs?.()[params.index];
  if (!document || !config) return nowhere('The configuration is not there any more.');
  if (!config.model.route) return nowhere('The configuration has no route.');
  const labels = new Map(Object.entries(params.labels));
  const firing = (params.firing ?? []).map((other) => new Map(Object.entries(other)));
  const time = params.time ?? Date.now();
  return {
    reached: routeAlert(config.model, labels, { time }).map((routed) =>
      reachedRoute(config.model, routed, labels),
    ),
    inhibitors: inhibitors(document, config, labels, firing),
  };
}

function nowhere(problem: string): RouteAlertResult {
  return { reached: [], inhibitors: [], problem };
}

function reachedRoute(
  model: ConfigModel,
  { path, options, muting, isCertain }: RoutedAlert,
  labels: ReadonlyMap<string, string>,
): ReachedRoute {
  const { receiver, groupBy, groupWait, groupInterval, repeatInterval } = options;
  const name = receiver?.value.text ?? '';
  const integrations = model.receivers.find((other) => other.name.text === name)?.integrations ?? [];
  const grouped = groupBy.value.map(({ text }) => text);
  const names = grouped.includes('...') ? [...labels.keys()] : grouped;
  return {
    path: path.slice(1).map((route, index) => path[index]?.routes.indexOf(route) ?? 0),
    receiver: name,
    integrations: integrations.map(({ field }) => integrationName(field.info.name)),
    group: names.map((label) =>
      formatMatcher({ name: label, operator: '=', value: labels.get(label) ?? '' }),
    ),
    groupWait: formatDuration(groupWait.value),
    groupInterval: formatDuration(groupInterval.value),
    repeatInterval: formatDuration(repeatInterval.value),
    mutedBy: muting && mutedInWords(muting),
    uncertain: !isCertain,
  };
}

function mutedInWords({ mutedBy, inactive }: NonNullable<RoutedAlert['muting']>): string | undefined {
  const names = (list: readonly { readonly text: string }[]): string =>
    list.map(({ text }) => text).join(', ');
  if (mutedBy.length > 0) return `muted by ${names(mutedBy)}`;
  return inactive.length > 0 ? `active only in ${names(inactive)}` : undefined;
}

function inhibitors(
  document: OpenDocument,
  { model, map }: ConfigSlice,
  labels: ReadonlyMap<string, string>,
  firing: readonly ReadonlyMap<string, string>[],
): Inhibitor[] {
  const active = new Set(inhibitedBy(model, labels, firing).map(({ rule }) => rule));
  return possibleInhibitors(model, labels).map(({ rule }) => ({
    text: inhibitionInWords(rule),
    range: toRange(document.lines, hostSpan(map, rule.struct.node.span)),
    active: active.has(rule),
  }));
}

function inhibitionInWords({ name, source, target, equal }: InhibitRuleModel): string {
  const side = (matchers: readonly MatcherModel[]): string =>
    matchersInWords(matchers).join(', ') || 'any alert';
  const labels = equal.map(({ text }) => text);
  const where = labels.length > 0 ? ` with the same ${labels.join(', ')}` : '';
  const text = `${side(source)} mutes ${side(target)}${where}`;
  return name ? `${name.text}: ${text}` : text;
}

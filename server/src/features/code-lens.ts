import type { CodeLens } from 'vscode-languageserver-types';
import { templateFacts } from '../languages/gotemplate/facts';
import { routeReach } from '../formats/alertmanager/routing/reach';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import { alertLabels } from './alert-labels';
import { toRange } from './convert';
import type { FeatureContext } from './context';
import { useLenses } from './use-lens';
import { alertmanagers, nearestConfigs } from './nearest-config';

/** Receivers that a lens names; the rest is counted. */
const MOST_NAMES = 4;

/** Where each alert goes; what each receiver and each template sends; what uses each metric. */
export function codeLenses(context: FeatureContext): CodeLens[] {
  return [
    ...routeLenses(context),
    ...receiverLenses(context),
    ...templateLenses(context),
    ...useLenses(context),
  ];
}

/** `→ slack-critical, pagerduty` over each alerting rule, by the nearest configuration of the workspace. */
function routeLenses(context: FeatureContext): CodeLens[] {
  const { document, workspace } = context;
  const config = nearestConfigs(workspace)(document.uri);
  if (!config) return [];
  const where = config.name === undefined ? '' : ` (${config.name})`;
  const lenses: CodeLens[] = [];
  for (const { model, map } of document.analysis?.rules() ?? []) {
    for (const group of model.groups) {
      for (const rule of group.rules) {
        if (rule.kind !== 'alert' || !rule.keySpan) continue;
        const labels = alertLabels(rule, group);
        const title = receiversInWords(routeReach(config.model, labels)) + where;
        const known = Object.fromEntries(labels.known);
        lenses.push(
          lens(context, hostSpan(map, rule.keySpan), title, 'alertwright.showRoute', {
            uri: config.uri,
            labels: known,
            open: labels.unknown,
          }),
        );
      }
    }
  }
  return lenses;
}

/** `→ a, b, maybe c`. */
function receiversInWords(
  reached: readonly { readonly name: string; readonly isCertain: boolean }[],
): string {
  const names = [...reached]
    .sort((a, b) => Number(b.isCertain) - Number(a.isCertain))
    .map(({ name, isCertain }) => (isCertain ? name : `maybe ${name}`));
  if (names.length === 0) return '→ nowhere';
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `→ ${shown} and ${names.length - MOST_NAMES} more` : `→ ${shown}`;
}

function receiverLenses(context: FeatureContext): CodeLens[] {
  return alertmanagers(context.document.analysis?.configs?.() ?? []).flatMap(({ model, map }) =>
    model.receivers
      .filter(({ integrations }) => integrations.length > 0)
      .map(({ name }) => previewLens(context, hostSpan(map, name.span))),
  );
}

function templateLenses(context: FeatureContext): CodeLens[] {
  const { template } = context.document.analysis ?? {};
  return template
    ? templateFacts(template).defined.map(({ nameSpan }) => previewLens(context, nameSpan))
    : [];
}

function previewLens(context: FeatureContext, span: Span): CodeLens {
  const { uri, lines } = context.document;
  const position = lines.positionAt(span.from);
  return lens(context, span, 'Preview notification', 'alertwright.previewNotification', { uri, position });
}

function lens(
  { document }: FeatureContext,
  span: Span,
  title: string,
  command: string,
  argument: object,
): CodeLens {
  return { range: toRange(document.lines, span), command: { title, command, arguments: [argument] } };
}

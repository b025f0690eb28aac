/** Enough of a file to tell what it is. */
const LOOKED_AT = 100_000;

const DEFINES = /^\{\{-?\s*(?:define|block)\s*["`]/m;

/** What only Alertmanager's data and default templates have, and an alert's own fields. */
const NOTIFICATION =
  /\.(?:GroupLabels|CommonLabels|CommonAnnotations|NotificationReason|Alerts|GeneratorURL|SortedPairs|Annotations|Labels|StartsAt|EndsAt|ExternalURL|Receiver)\b|"(?:__subject|__alertmanagerURL|__text_alert_list)[^"]*"/;

/** Marks of Helm, consul-template, Hugo and Grafana, whose templates look alike. */
const OTHERS =
  /(?<![\w)])\.Values\.(?!Join\b)|\.(?:Chart|Release|Capabilities|Files|Template|Site|Params|Permalink|DashboardURL|PanelURL|SilenceURL|ValueString)\b|(?<![.$\w])(?:include|nindent|toYaml|tpl|lookup|services?|key|keyOrDefault|secret)\s/;

/** A message of prometheus-msteams, which has the same data and other functions. */
const CARD = /"@type"\s*:\s*"MessageCard"/;

/**
 * True if `text`, of a `.tmpl` or `.tpl` file, is a file of templates for Alertmanager: it defines some, and uses the
 * data of notifications. Files of Helm, consul-template and others are not.
 */
export function looksLikeAlertmanagerTemplate(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return definesTemplates(start) && NOTIFICATION.test(actionsOf(start));
}

/** True if `text` may become such a file: it is empty, or defines templates that nothing marks as another program's. */
export function mayBecomeAlertmanagerTemplate(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return start.trim() === '' || definesTemplates(start);
}

/** It defines some that nothing marks as another program's. */
function definesTemplates(text: string): boolean {
  const actions = actionsOf(text);
  return DEFINES.test(actions) && !OTHERS.test(actions) && !CARD.test(text);
}

/** The actions of a template, one a line, without its comments. */
function actionsOf(text: string): string {
  const actions: string[] = [];
  for (let from = text.indexOf('{{'); from >= 0;) {
    const end = text.indexOf('}}', from);
    const action = text.slice(from, end < 0 ? undefined : end);
    if (!/^\{\{-?\s*\/\*/.test(action)) actions.push(action.replace(/\s+/g, ' '));
    from = end < 0 ? -1 : text.indexOf('{{', end);
  }
  return actions.join('\n');
}

/** The template language that fills in a file before Prometheus reads it. */
export type TemplateKind = 'none' | 'helm' | 'jinja';

/** What only charts say, inside of braces. */
const HELM =
  /\{\{-?\s*(?:(?:(?:if|with|range|toYaml|not|and|or|eq|default|tpl|quote|\(|\$\w*\s*:=)[^{}\n]*?)?\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|define|template|tpl)\s+["(]|[`"](?:\{\{|\}\})|`[^`]*\{\{)/y;
/** The same in an Alertmanager configuration, whose own templates call templates and range over alerts. */
const HELM_IN_CONFIG =
  /\{\{-?\s*(?:(?:(?:if|with|range|toYaml|not|and|or|eq|default|tpl|quote|\(|\$\w*\s*:=)[^{}\n]*?)?\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|tpl)\s+["(]|[`"](?:\{\{|\}\})|`[^`]*\{\{)/y;
/** What neither file can have at a line's beginning, whatever braces mean. */
const HELM_LINE = /\{\{-?\s*(?:(?:if|else|end|range|with)\b|\$\w+\s*:?=|\/\*)/y;
/** What a rule file can't have as a value without quotes. */
const HELM_VALUE =
  /\{\{-?\s*(?:\.(?!Labels\b|Value\b|ExternalLabels\b|ExternalURL\b)|\$(?!labels\b|value\b|externalLabels\b|externalURL\b))\w/y;
const JINJA = /\{%[-+]?\s*(?:if|for|set|raw|endraw|endif|endfor|include|import|macro|block|extends|filter)\b/;
/** A bare name in braces. */
const BARE =
  /\{\{-?\s*(?!(?:end|else|break|continue|now)\b)[a-zA-Z_][\w.]*(?:\s*\|[^{}\n]*|\[[^{}\n]*)?\s*-?\}\}/y;

/** In front of a value without quotes. */
const VALUE_LEAD = /^[ \t]*(?:-[ \t]+)*[\w./-]+:[ \t]+$/;
/** In front of what Prometheus doesn't expand: an expression, a duration, a name. */
const STRUCTURE_LEAD =
  /^[ \t]*(?:- )*(?:expr|for|interval|name|record|alert|keep_firing_for|limit|query_offset)[ \t]*:/;
/** As much of a line as tells what stands in front of braces. UTF-16 units. */
const LEAD = 200;

/** Whose own templates a file has: a rule file in annotations and labels, a configuration in most texts. */
export type TemplateHost = 'rules' | 'alertmanager';

/** Tells by what a file's braces say; templates of the host's own are none. Linear in the text. */
export function templateKind(text: string, host: TemplateHost = 'rules'): TemplateKind {
  const isConfig = host === 'alertmanager';
  const helm = isConfig ? HELM_IN_CONFIG : HELM;
  let bare = false;
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2)) {
    while (lineEnd >= 0 && lineEnd < at) {
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf('\n', lineStart);
    }
    const lead = text.slice(lineStart, Math.min(at, lineStart + LEAD));
    if (stands(helm, text, at)) return 'helm';
    if (at === lineStart && stands(HELM_LINE, text, at)) return 'helm';
    if (!isConfig && VALUE_LEAD.test(lead) && stands(HELM_VALUE, text, at)) return 'helm';
    bare ||= (isConfig || STRUCTURE_LEAD.test(lead)) && stands(BARE, text, at);
  }
  // Without tags `{#` alone is no sign: it may stand in a regular expression.
  return bare || (text.includes('{%') && JINJA.test(text)) ? 'jinja' : 'none';
}

/** True when `sticky` matches at `at`. */
function stands(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

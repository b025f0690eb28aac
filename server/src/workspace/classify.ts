import picomatch from 'picomatch';
import { looksLikeAlertmanagerTemplate, mayBecomeAlertmanagerTemplate } from '../formats/tmpl/recognise';
import { closest } from '../text/similar';
import { hostKindOf, type HostKind } from './hosts';
import type { Settings } from './settings';
import type { ClassifiedSource } from './source';

export type { ClassifiedSource } from './source';

/**
 * What a document is to us. `rules`: a rule file. `alertmanager`: an Alertmanager configuration. `embedded`: YAML that
 * may hold either, in Kubernetes objects or Helm values. `promql`: one expression. `template`: a file of Alertmanager's
 * notification templates. The others are documents that aren't ours by themselves (hosts.ts).
 */
export type DocumentKind = 'rules' | 'alertmanager' | 'embedded' | 'promql' | 'template' | HostKind;

const YAML_FILE = /\.(?:ya?ml|rules)(?:\.(?:j2|jinja2?|tpl|tmpl|erb))?$|\.rules\.(?:tpl|tmpl)$/i;
const TEMPLATE_FILE = /\.(?:tmpl|tpl|gotmpl)$/i;
const YAML_LANGUAGES = new Set([
  'yaml',
  'dockercompose',
  'helm',
  'prometheus',
  'ansible',
  'home-assistant',
  'jinja-yaml',
]);

/** A file is looked at no further than this for its kind; the structure shows at the beginning. UTF-16 units. */
const LOOK_AT = 256 * 1024;

/**
 * The kind of a document, by name and content whatever language the editor says; undefined for what isn't ours.
 * It reads lines' beginnings only, so it answers in half-written files too.
 */
export function classify(source: ClassifiedSource, settings: Settings): DocumentKind | undefined {
  const path = source.path.replaceAll('\\', '/');
  if (source.languageId === 'promql' || /\.promql$/i.test(path)) return 'promql';
  if (isTemplate(source, path)) return 'template';
  const host = hostKindOf({ ...source, path }, settings);
  if (host) return host;
  if (!YAML_FILE.test(path) && !YAML_LANGUAGES.has(source.languageId ?? '')) return undefined;
  const text = source.text.slice(0, LOOK_AT);
  if (isKubernetes(text)) {
    return holdsConfig(text) || (RULE_LIKE.test(text) && !LOGQL.test(text)) ? 'embedded' : undefined;
  }
  const isNamed = matchesGlobs(path, settings.files.alertmanager) && !holdsConfig(text);
  if (isConfig(text) || (isNamed && mayBecomeConfig(text))) return 'alertmanager';
  if (LOGQL.test(text) || isGrafanaProvisioning(text)) return undefined;
  const expected = source.explicit === true || matchesGlobs(path, settings.files.rules);
  if (/^["']?groups["']?[ \t]*:/m.test(text)) return expected || RULE_LIKE.test(text) ? 'rules' : undefined;
  const holdsGroups = /^[ \t]+(?:- )?groups[ \t]*:/m.test(text) && RULE_LIKE.test(text);
  if (holdsGroups || holdsConfig(text)) return 'embedded';
  return (expected && mayBecomeRules(text)) || (!text.includes('{{') && holdsRules(text))
    ? 'rules'
    : undefined;
}

/** Other programs' templates have the same extensions, and so the same language in an editor: content decides. */
function isTemplate({ text, languageId, explicit }: ClassifiedSource, path: string): boolean {
  const isNamed = languageId === 'alertmanager-template';
  if (!isNamed && !TEMPLATE_FILE.test(path)) return false;
  const start = text.slice(0, LOOK_AT);
  return isNamed || explicit ? mayBecomeAlertmanagerTemplate(start) : looksLikeAlertmanagerTemplate(start);
}

/** Loki's rule files have the shape of ours; a pipeline behind a selector tells that the language is LogQL. */
const LOGQL =
  /\}\s*\|(?:[=~]|\s*(?:json|logfmt|regexp|pattern|unpack|decolorize|unwrap|line_format|label_format)\b)/;

/** A line that starts with a key which only rules have. */
const RULE_LIKE = /^[ \t]*(?:-[ \t]+)*["']?(?:alert|record|expr)["']?[ \t]*:/m;

/** An Alertmanager configuration has both of these, or receivers with integrations, at the outermost level. */
function isConfig(text: string): boolean {
  if (!/^["']?receivers["']?[ \t]*:/m.test(text)) return false;
  return /^["']?route["']?[ \t]*:/m.test(text) || INTEGRATION.test(text);
}

const INTEGRATION = /^[ \t]+(?:-[ \t]+)*[a-z]+[a-z0-9]*_configs[ \t]*:/m;

/** A configuration inside of something else: deeper, in camel case in the operator's objects, or as text. */
function holdsConfig(text: string): boolean {
  if (/^kind[ \t]*:[ \t]*["']?AlertmanagerConfig\b/m.test(text)) return true;
  if (/^[ \t]+route[ \t]*:/m.test(text) && /^[ \t]+receivers[ \t]*:/m.test(text)) return true;
  const isCharts =
    /^[ \t]*alertmanager[ \t]*:[ \t]*$/m.test(text) && /^[ \t]+config[ \t]*:[ \t]*$/m.test(text);
  return isCharts && /^[ \t]+(?:global|route|receivers|inhibit_rules|time_intervals)[ \t]*:/m.test(text);
}

/** A file of a configuration's name is ours while it is empty or half typed, unless it is clearly something else. */
function mayBecomeConfig(text: string): boolean {
  const firstLine = /^(?!#|---|%)\S.*/m.exec(text)?.[0].trim() ?? '';
  const keys = Array.from(text.matchAll(/^["']?([\w.-]+)["']?[ \t]*:/gm), ([, key]) => key ?? '');
  const known = keys.filter((key) => closest(key, CONFIG_KEYS, 2) !== undefined);
  return /^\w*$/.test(firstLine) || (known.length > 0 && known.length * 2 >= keys.length);
}

const CONFIG_KEYS = ['global', 'route', 'receivers', 'inhibit_rules', 'templates', 'time_intervals'];

function isKubernetes(text: string): boolean {
  return /^apiVersion[ \t]*:[ \t]*["']?[a-z]/m.test(text) && /^kind[ \t]*:/m.test(text);
}

/** Grafana's own alert rules have groups of rules too, of quite other fields. */
function isGrafanaProvisioning(text: string): boolean {
  return /^apiVersion[ \t]*:[ \t]*\d/m.test(text) && /^[ \t]*-?[ \t]*(?:orgId|folder)[ \t]*:/m.test(text);
}

/** Without `groups:`, a file of a rule file's name is ours while it is empty, half typed or a bare list of rules. */
function mayBecomeRules(text: string): boolean {
  const firstLine = /^(?!#|---|%)\S.*/m.exec(text)?.[0];
  return (
    firstLine === undefined || /^(?:gr?o?u?p?s?|group\w*:.*|- *(?:alert|record):.*)$/i.test(firstLine.trim())
  );
}

/** Groups of rules whose `groups:` is missing or misspelt, and nothing beside it. */
function holdsRules(text: string): boolean {
  const isRule = /^[ \t]*(?:-[ \t]+)*(?:alert|record)[ \t]*:/m.test(text);
  const hasExpr = /^[ \t]*(?:-[ \t]+)*expr[ \t]*:/m.test(text);
  if (!isRule || !hasExpr || !/^[ \t]*(?:-[ \t]+)*rules[ \t]*:/m.test(text)) return false;
  const keys = new Set(Array.from(text.matchAll(/^["']?([\w.-]+)["']?[ \t]*:/gm), ([, key]) => key ?? ''));
  const [only] = keys;
  if (only === undefined) return true;
  return keys.size === 1 && closest(only.toLowerCase(), ['groups'], 2) !== undefined;
}

const matchers = new Map<string, (path: string) => boolean>();

/** True when one of the globs matches the path, or the part behind any of its folders. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  const relative = path.replace(/^\/+/, '');
  return globs.some((glob) => {
    let matcher = matchers.get(glob);
    if (!matcher) {
      matcher = picomatch(glob, { dot: true, nocase: true });
      matchers.set(glob, matcher);
    }
    return matcher(relative);
  });
}

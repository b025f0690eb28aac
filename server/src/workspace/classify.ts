import picomatch from 'picomatch';
import { closest } from '../text/similar';
import type { TextSource } from '../text/text-buffer';
import type { Settings } from './settings';

/**
 * What a document is to us. `rules`: a rule file. `embedded`: YAML that may hold rule files, in Kubernetes objects or
 * Helm values. `promql`: one expression.
 */
export type DocumentKind = 'rules' | 'embedded' | 'promql';

export interface ClassifiedSource {
  /** With `/` between folders; a URI's path will do. */
  readonly path: string;
  readonly text: TextSource;
  /** What the editor calls it. */
  readonly languageId?: string;
  /** Somebody named this very file to be checked: what could be a rule file is one. */
  readonly explicit?: boolean;
}

const YAML_FILE = /\.(?:ya?ml|rules)(?:\.(?:j2|jinja2?|tpl|tmpl|erb))?$|\.rules\.(?:tpl|tmpl)$/i;
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
  if (!YAML_FILE.test(path) && !YAML_LANGUAGES.has(source.languageId ?? '')) return undefined;
  const text = source.text.slice(0, LOOK_AT);
  if (LOGQL.test(text)) return undefined;
  if (isKubernetes(text)) return RULE_LIKE.test(text) ? 'embedded' : undefined;
  if (isGrafanaProvisioning(text)) return undefined;
  const expected = source.explicit === true || matchesGlobs(path, settings.files.rules);
  if (/^["']?groups["']?[ \t]*:/m.test(text)) return expected || RULE_LIKE.test(text) ? 'rules' : undefined;
  if (/^[ \t]+(?:- )?groups[ \t]*:/m.test(text) && RULE_LIKE.test(text)) return 'embedded';
  return (expected && mayBecomeRules(text)) || (!text.includes('{{') && holdsRules(text))
    ? 'rules'
    : undefined;
}

/** Loki's rule files have the shape of ours; a pipeline behind a selector tells that the language is LogQL. */
const LOGQL =
  /\}\s*\|(?:[=~]|\s*(?:json|logfmt|regexp|pattern|unpack|decolorize|unwrap|line_format|label_format)\b)/;

/** A line that starts with a key which only rules have. */
const RULE_LIKE = /^[ \t]*(?:-[ \t]+)*["']?(?:alert|record|expr)["']?[ \t]*:/m;

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

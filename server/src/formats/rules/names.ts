import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import { resolveAlias } from '../../languages/yaml/decode';
import { shortTag } from '../../languages/yaml/resolve';
import type { Fix } from '../../text/finding';
import { quoted } from '../../text/quoted';
import type { Span } from '../../text/span';

/** Names as Prometheus validates them (prometheus/common, model/metric.go, ValidationScheme). */
export type NameValidation = 'utf8' | 'legacy';

const LEGACY_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const LEGACY_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** Whether `name`, which isn't empty, may name a label or annotation. */
export function isLabelName(name: string, scheme: NameValidation): boolean {
  return scheme === 'utf8' || LEGACY_LABEL.test(name);
}

/** Whether `name`, which isn't empty, may name a metric. */
export function isMetricName(name: string, scheme: NameValidation): boolean {
  return scheme === 'utf8' || LEGACY_METRIC.test(name);
}

/** What is wrong with a name, and what it may be called instead. */
export interface NameFault {
  readonly message: string;
  readonly suggestion?: string;
}

/**
 * Why `name`, which isn't empty, can't be what a recording rule stores its result under.
 * @param refusesBraces since Prometheus 3.2: whatever the naming scheme, because they show a misplaced expression
 */
export function recordFault(
  name: string,
  scheme: NameValidation,
  refusesBraces: boolean,
): NameFault | undefined {
  if (/[{}]/.test(name) && refusesBraces) {
    return {
      message: 'the name of a metric has no braces; an expression belongs into "expr", labels into "labels"',
    };
  }
  if (isMetricName(name, scheme)) return undefined;
  const rules = 'letters, digits, "_" and ":", not starting with a digit';
  return {
    message: `${quoted(name)} can't name a metric in the legacy naming scheme: it takes ${rules}`,
    suggestion: legacyName(name, true),
  };
}

/** Why a rule can't have a label or an annotation of that name. */
export function labelFault(
  name: string,
  of: 'label' | 'annotation',
  scheme: NameValidation,
): NameFault | undefined {
  const a = of === 'label' ? 'a label' : 'an annotation';
  if (name === '') return { message: `the name of ${a} must not be empty` };
  if (of === 'label' && name === '__name__') {
    return { message: 'a rule can\'t set "__name__"; the name of what it records is its "record"' };
  }
  if (isLabelName(name, scheme)) return undefined;
  const rules = 'letters, digits and "_", not starting with a digit';
  return {
    message: `${quoted(name)} can't name ${a} in the legacy naming scheme: it takes ${rules}`,
    suggestion: legacyName(name, false),
  };
}

/** The fix that writes the name suggested in place of `span`. */
export function renameFixes({ suggestion }: NameFault, span: Span): Fix[] {
  if (suggestion === undefined) return [];
  return [{ title: `Rename to ${suggestion}`, edits: [{ span, newText: suggestion }] }];
}

/** `name` with an underscore for what the legacy scheme doesn't allow. */
export function legacyName(name: string, colons: boolean): string {
  const allowed = name.replace(colons ? /[^a-zA-Z0-9_:]/g : /[^a-zA-Z0-9_]/g, '_');
  return /^\d/.test(allowed) ? `_${allowed}` : allowed;
}

/** False where `node`, decoded to `text`, holds bytes that are no UTF-8, as only a `!!binary` can. */
export function isUtf8(node: YamlNode, text: string): boolean {
  if (!text.includes('\uFFFD')) return true;
  const scalar = resolveAlias(node);
  return scalar?.kind !== 'scalar' || !isBinary(scalar) || encodes(scalar.value, text);
}

function isBinary({ tag }: ScalarNode): boolean {
  return tag !== undefined && shortTag(tag) === '!!binary';
}

function encodes(base64: string, text: string): boolean {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')) === base64.replace(/[\r\n]/g, '');
}

import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import { resolveAlias } from '../../languages/yaml/decode';
import { shortTag } from '../../languages/yaml/resolve';

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

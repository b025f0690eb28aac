import { isTimestamp, parseFloat64, parseInteger } from './go-numbers';
import type { ScalarNode } from './nodes';

/** Which go-yaml reads: version 3 (Prometheus' rule files) or version 2 (Alertmanager). */
export type Dialect = 'v2' | 'v3';

/** What a scalar means. */
export interface Resolved {
  /** Its type as a short tag: `!!null`, `!!bool`, `!!int`, `!!float`, `!!timestamp`, `!!merge`, `!!binary`, `!!str` or the tag given. */
  readonly tag: string;
  /** `bigint` for an integer, `number` for a float; of `!!binary` the decoded text; else the text as it is. */
  readonly value: null | boolean | bigint | number | string;
  /** Why go-yaml refuses the scalar: its tag says what it isn't. */
  readonly fault?: string;
}

const LONG_PREFIX = 'tag:yaml.org,2002:';

const WORDS = new Map<string, Resolved>();
function words(tag: string, value: Resolved['value'], spellings: string): void {
  for (const word of spellings.split(' ')) WORDS.set(word, { tag, value });
}
words('!!bool', true, 'true True TRUE');
words('!!bool', false, 'false False FALSE');
words('!!float', NaN, '.nan .NaN .NAN');
words('!!float', Infinity, '.inf .Inf .INF +.inf +.Inf +.INF');
words('!!float', -Infinity, '-.inf -.Inf -.INF');
WORDS.set('', { tag: '!!null', value: null });
words('!!null', null, '~ null Null NULL');

const YES = 'y Y yes Yes YES on On ON'.split(' ');
const NO = 'n N no No NO off Off OFF'.split(' ');

/** What YAML 1.1 reads as a boolean: version 2 always, version 3 only where a boolean is due. */
export function yesOrNo(word: string): boolean | undefined {
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

const RESOLVABLE = new Set(['!!str', '!!bool', '!!int', '!!float', '!!null', '!!timestamp']);

/** `!!str` for `tag:yaml.org,2002:str`; other tags as they are. */
export function shortTag(tag: string): string {
  return tag.startsWith(LONG_PREFIX) ? `!!${tag.slice(LONG_PREFIX.length)}` : tag;
}

/**
 * The type and value of a scalar, by its tag, its quotes or its looks.
 * Rules: go-yaml v3, resolve.go and decode.go (parser.scalar, decoder.scalar).
 */
export function resolveScalar(node: ScalarNode, dialect: Dialect = 'v3'): Resolved {
  const { style, value } = node;
  const tag = node.tag === undefined ? '' : shortTag(node.tag);
  if (tag === '' || (tag === '!' && dialect === 'v3')) {
    if (style !== 'plain') return { tag: '!!str', value };
    return value === '<<' ? { tag: '!!merge', value } : implicit(value, true, dialect);
  }
  if (tag === '!!binary') return binary(value);
  if (!RESOLVABLE.has(tag)) return { tag, value };
  return tag === '!!str' ? { tag, value } : explicit(tag, value, dialect);
}

function explicit(tag: string, value: string, dialect: Dialect): Resolved {
  const found = implicit(value, tag === '!!timestamp', dialect);
  if (found.tag === tag) return found;
  if (tag === '!!float' && typeof found.value === 'bigint' && found.value < 2n ** 63n) {
    return { tag, value: Number(found.value) };
  }
  return { tag, value, fault: `cannot decode ${found.tag} \`${value}\` as a ${tag}` };
}

/** What a plain scalar without a tag looks like. */
function implicit(value: string, timestamps: boolean, dialect: Dialect): Resolved {
  const word = WORDS.get(value);
  if (word !== undefined) return word;
  const bool = dialect === 'v2' ? yesOrNo(value) : undefined;
  if (bool !== undefined) return { tag: '!!bool', value: bool };
  const first = value.charCodeAt(0);
  if (first === 46) {
    const float = parseFloat64(value);
    if (float !== undefined) return { tag: '!!float', value: float };
  } else if (first === 43 || first === 45 || (first >= 48 && first <= 57)) {
    if (timestamps && isTimestamp(value)) return { tag: '!!timestamp', value };
    const digits = value.replaceAll('_', '');
    const int = parseInteger(digits);
    if (int !== undefined) return { tag: '!!int', value: int };
    const float = parseFloat64(digits);
    if (float !== undefined) return { tag: '!!float', value: float };
  }
  return { tag: '!!str', value };
}

function binary(value: string): Resolved {
  const tag = '!!binary';
  // Go's decoder skips line breaks, and only those; it wants the padding.
  const code = value.replace(/[\r\n]/g, '');
  if (code.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(code)) {
    return { tag, value, fault: '!!binary value contains invalid base64 data' };
  }
  const bytes = Uint8Array.from(atob(code), (c) => c.charCodeAt(0));
  return { tag, value: new TextDecoder().decode(bytes) };
}

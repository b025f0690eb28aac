import { QUERY_PLACES, QUERY_TYPES } from './places';
import { DEFAULT_QUERY_SETTINGS, type QuerySettings } from './settings';

/** The path of Prometheus' HTTP API, in a URL or as a client's base. */
const API_PATH = String.raw`api/v1(?:/?["'?\x60]|/(?:query|series|label|format_query|parse_query))`;

/** The field that every rule has, where something is given for it. */
const RULE_EXPR = String.raw`\b[eE]xpr["']?\s*[:=,}]`;

const PROMQL = '[pP][rR][oO][mM][qQ][lL]';

const scans = new WeakMap<QuerySettings, RegExp>();

/**
 * True for the text of a program that may hold queries or rules: it has a word that all that `findQueries` finds needs.
 * One pass over the text, some microseconds for 10 KB, so that files which have nothing for us needn't be parsed.
 */
export function mayHoldQueries(text: string, settings: QuerySettings = DEFAULT_QUERY_SETTINGS): boolean {
  let scan = scans.get(settings);
  if (!scan) {
    scan = new RegExp(scanSource(settings));
    scans.set(settings, scan);
  }
  return scan.test(text);
}

function scanSource({ tags, calls }: QuerySettings): string {
  const words = [
    ...[...QUERY_PLACES, ...QUERY_TYPES].map(({ module }) => packageOf(module)),
    ...tags,
    ...calls.map((call) => call.function.split('.').at(-1) ?? call.function),
  ];
  return [PROMQL, API_PATH, RULE_EXPR, ...alternatives(words.filter((word) => !/promql/i.test(word)))].join(
    '|',
  );
}

/** What any import of a module has in its text: of Python's, submodules may be named by themselves. */
function packageOf(module: string): string {
  const [, scoped] = /^@(.*)/.exec(module) ?? /^github\.com\/([^/]+\/[^/]+)/.exec(module) ?? [];
  return scoped ?? module.replace(/\..*/, '');
}

/** As many characters of words as they may share a beginning of: `grafana`. */
const BEGINNING = 7;

/** An expression for each beginning of words: the fewer there are, the more text is skipped without a look. */
function alternatives(words: readonly string[]): string[] {
  const byBeginning = new Map<string, Set<string>>();
  for (const word of words) {
    const beginning = word.slice(0, BEGINNING);
    byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(word.slice(BEGINNING)));
  }
  return Array.from(
    byBeginning,
    ([beginning, ends]) => `${escaped(beginning)}(?:${Array.from(ends, escaped).join('|')})`,
  );
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { RE2JS } from 're2js';

export interface RegexVerdict {
  /** Why Prometheus refuses the pattern. */
  readonly error?: string;
  /** It matches the empty value too. */
  readonly matchesEmpty: boolean;
}

const MOST_KNOWN = 2000;
/** A reason shows the pattern, which may be long. */
const LONGEST_REASON = 200;
const known = new Map<string, RegexVerdict>();

/**
 * What Prometheus makes of the pattern of `=~` or `!~`: RE2 syntax, matched against the whole value with `.` for line
 * breaks too (model/labels/regexp.go). Patterns repeat in real files, so verdicts are kept.
 */
export function checkRegex(pattern: string): RegexVerdict {
  let verdict = known.get(pattern);
  if (!verdict) {
    verdict = isSimple(pattern) ? { matchesEmpty: simpleMatchesEmpty(pattern) } : compile(pattern);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(pattern, verdict);
  }
  return verdict;
}

const LONGEST_SIMPLE = 10_000;
const SIMPLE = simplePattern();

/** What most patterns are made of, of which RE2 refuses none, so that the slow engine isn't loaded for them. */
function simplePattern(): RegExp {
  const classItem = String.raw`a-z|A-Z|0-9|[\w.:/@ ]|\\[\-.dDwWsS]`;
  const set = String.raw`\[\^?(?:${classItem})+-?\]`;
  const escaped = String.raw`\\[dDwWsS!-/:-@[-^{-~]`;
  // Characters of two UTF-16 units are one to RE2, and a quantifier behind them would take the second unit alone.
  const literal = String.raw`[^\\()[\]{}?*+^$|\ud800-\udfff]`;
  const atom = String.raw`(?:${literal}|${escaped}|${set})(?:[*+?]\??|\{\d\d?\})?`;
  const alternatives = String.raw`(?:${atom}|[|^$])*`;
  return new RegExp(String.raw`^(?:${atom}|[|^$]|\((?:\?:)?${alternatives}\)[*+?]?)*$`);
}

function isSimple(pattern: string): boolean {
  return pattern.length <= LONGEST_SIMPLE && SIMPLE.test(pattern);
}

/** A simple pattern means the same to JavaScript where there is nothing to match. */
function simpleMatchesEmpty(pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test('');
}

function compile(pattern: string): RegexVerdict {
  try {
    return { matchesEmpty: RE2JS.compile(pattern).matches('') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      error: reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason,
      matchesEmpty: false,
    };
  }
}

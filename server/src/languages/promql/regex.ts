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
    verdict = isPlain(pattern) ? { matchesEmpty: plainMatchesEmpty(pattern) } : compile(pattern);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(pattern, verdict);
  }
  return verdict;
}

/** Literals, dots and alternatives need no engine, which is slow to load and to compile with. */
function isPlain(pattern: string): boolean {
  return /^(?:[^\\()[\]{}?*+^$.]|\.[*+?]?)*$/.test(pattern);
}

function plainMatchesEmpty(pattern: string): boolean {
  return pattern.split('|').some((alternative) => /^(?:\.[*?])*$/.test(alternative));
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

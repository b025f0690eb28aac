import { RE2JS } from 're2js';
import { fail } from './values';

const compiled = new Map<string, RE2JS>();
const MOST_COMPILED = 50;

function compile(pattern: string): RE2JS {
  let regexp = compiled.get(pattern);
  if (!regexp) {
    try {
      regexp = RE2JS.compile(pattern);
    } catch (error) {
      return fail(error instanceof Error ? error.message : 'error parsing regexp');
    }
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(pattern, regexp);
  }
  return regexp;
}

/** True if `pattern` (RE2) matches somewhere in `text`. */
export function matches(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text).find();
}

/** `text` with each match replaced, as Go's Regexp.ReplaceAllString does: `$1`, `${name}`, `$$`. */
export function replaceAll(pattern: string, replacement: string, text: string): string {
  const regexp = compile(pattern);
  const matcher = regexp.matcher(text);
  const names = regexp.namedGroups();
  const group = (name: string): string => {
    const index = /^[0-9]+$/.test(name) ? Number(name) : names[name];
    return index === undefined || index > matcher.groupCount() ? '' : (matcher.group(index) ?? '');
  };
  let replaced = '';
  let at = 0;
  let first = true;
  while (matcher.find()) {
    const [from, to] = [matcher.start(), matcher.end()];
    // An empty match directly behind the match before is none.
    if (from === to && from === at && !first) continue;
    replaced += text.slice(at, from) + expand(replacement, group);
    at = to;
    first = false;
  }
  return replaced + text.slice(at);
}

function expand(replacement: string, group: (name: string) => string): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, name?: string, braced?: string) => {
    return whole === '$$' ? '$' : group(name ?? braced ?? '');
  });
}

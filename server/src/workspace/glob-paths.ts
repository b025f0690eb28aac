import picomatch from 'picomatch';

/**
 * The absolute pattern that `pattern` means in the file at `path`, both with `/` between folders, and with `.` and `..`
 * resolved.
 */
export function resolvePattern(path: string, pattern: string): string {
  const whole = pattern.startsWith('/') ? pattern : `${path.slice(0, path.lastIndexOf('/') + 1)}${pattern}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${whole.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** Which paths a pattern matches, as Go's filepath.Match: `*` and `?` stop at a slash, `[…]` are classes, no braces. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  return picomatch(pattern, { dot: true, nobrace: true, noextglob: true, noglobstar: true, nonegate: true });
}

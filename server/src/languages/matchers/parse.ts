import type { Finding, Fix } from '../../text/finding';
import type { Matcher } from './ast';
import type { MatcherCode } from './codes';
import { meantOperator } from './faults-utf8';
import { formatMatchers } from './notation';
import { readClassic, readClassicMatcher } from './parse-classic';
import { readUtf8 } from './parse-utf8';
import type { Reading } from './reading';

/** `fallback` is the default; the others are Alertmanager's feature flags classic-mode and utf8-strict-mode. */
export const MATCHER_MODES = ['fallback', 'classic', 'utf8'] as const;

export type MatcherMode = (typeof MATCHER_MODES)[number];

export interface MatchersResult {
  /** As Alertmanager reads them; of a refused text those before the fault. */
  readonly matchers: readonly Matcher[];
  /** Errors exactly where Alertmanager refuses the text; warnings where its two parsers differ. */
  readonly findings: readonly Finding[];
  readonly isRefused: boolean;
}

/**
 * Reads one item of a `matchers` list: any number of matchers, separated by commas, with optional braces. As Alertmanager
 * (matcher/compat/parse.go), in fallback mode the classic parser decides where the UTF-8 parser refuses, and where they
 * read different things. Offsets are of `text`; time is linear in it.
 */
export function parseMatchers(text: string, mode: MatcherMode = 'fallback'): MatchersResult {
  if (mode === 'classic') return result(readClassic(text));
  const utf8 = readUtf8(text);
  if (mode === 'utf8') return result(utf8);

  const classic = readClassic(text);
  if (classic.faults.length > 0) return result(utf8);
  const [fault] = utf8.faults;
  if (fault) return result(classic, [classicOnly(text, classic.matchers, fault)]);
  const differing = utf8.matchers.findIndex((matcher, index) => !isSame(matcher, classic.matchers[index]));
  const [ours, theirs] = [utf8.matchers[differing], classic.matchers[differing]];
  return ours && theirs ? result(classic, [disagreement(ours, theirs)]) : result(utf8);
}

/**
 * Reads exactly one matcher, as Alertmanager's command line does: without braces, and to the classic parser everything
 * behind the operator is the value, commas too. Undefined where it is refused (compat.Matcher).
 */
export function parseMatcher(text: string, mode: MatcherMode = 'fallback'): Matcher | undefined {
  const classic = onlyOne(readClassicMatcher(text));
  if (mode === 'classic') return classic;
  if (text.startsWith('{') || text.endsWith('}')) return undefined;
  const utf8 = onlyOne(readUtf8(text));
  return mode === 'utf8' ? utf8 : (classic ?? utf8);
}

function onlyOne({ matchers, faults }: Reading): Matcher | undefined {
  return matchers.length === 1 && faults.length === 0 ? matchers[0] : undefined;
}

function result({ matchers, faults }: Reading, warnings: readonly Finding[] = []): MatchersResult {
  return { matchers, findings: [...faults, ...warnings], isRefused: faults.length > 0 };
}

function isSame(a: Matcher, b: Matcher | undefined): boolean {
  return a.name === b?.name && a.operator === b.operator && a.value === b.value;
}

function classicOnly(text: string, matchers: readonly Matcher[], fault: Finding): Finding {
  const reading = formatMatchers(matchers);
  const readsAs = reading === '' ? 'as no matcher at all' : `as ${reading}`;
  const all = { from: 0, to: text.length };
  const corrected = matchers.map((matcher, index) =>
    index === matchers.length - 1 ? meantBy(withBrace(matcher, text)) : meantBy(matcher),
  );
  const meant = formatMatchers(corrected);
  const isOdd = corrected.some((matcher, index) => matcher !== matchers[index]);
  const fixes: Fix[] = isOdd ? [{ title: `Write ${meant}`, edits: [{ span: all, newText: meant }] }] : [];
  if (reading !== '') {
    const title = isOdd ? `keep the meaning: write ${reading}` : `write ${reading}`;
    fixes.push({ title, edits: [{ span: all, newText: reading }], ...(isOdd ? {} : { preferred: true }) });
  }
  const doubt = isOdd ? `; if ${meant} is meant, write that` : '';
  return warning(
    'matchers/classic-only',
    fault.span,
    `${fault.message}; Alertmanager falls back to its classic parser, which reads this ${readsAs}, ` +
      `but UTF-8 strict mode refuses it${doubt}`,
    fixes,
  );
}

/** The classic parser takes a brace at the end for that around the matchers, even where it closes one of the last value. */
function withBrace(matcher: Matcher, text: string): Matcher {
  const { value } = matcher;
  const isInValue =
    !text.startsWith('{') && text.endsWith('}') && value.lastIndexOf('{') > value.lastIndexOf('}');
  return isInValue ? { ...matcher, value: `${value}}` } : matcher;
}

/** What was most likely meant by a matcher whose value, to the classic parser, has other quotes or signs in it. */
function meantBy(matcher: Matcher): Matcher {
  const { operator, value } = matcher;
  const [, , inner] = /^(['`])(.*)\1$/s.exec(value) ?? [];
  if (inner !== undefined) return { ...matcher, value: inner };
  const [sign = ''] = /^[=!~]+/.exec(value) ?? [];
  const meant = meantOperator(operator + sign);
  return meant === undefined || sign === ''
    ? matcher
    : { ...matcher, operator: meant, value: value.slice(sign.length).trimStart() };
}

function disagreement(utf8: Matcher, classic: Matcher): Finding {
  const [now, then] = [formatMatchers([classic]), formatMatchers([utf8])];
  const message =
    `Alertmanager's two parsers disagree: the classic one, which decides, reads ${now}, ` +
    `and the UTF-8 parser, which strict mode uses, reads ${then}; write what you mean`;
  const span = utf8.span;
  return warning('matchers/disagreement', classic.valueSpan, message, [
    { title: `Keep the meaning: write ${now}`, edits: [{ span, newText: now }] },
    { title: `Write ${then}`, edits: [{ span, newText: then }] },
  ]);
}

function warning(code: MatcherCode, span: Finding['span'], message: string, fixes: readonly Fix[]): Finding {
  return { code, severity: 'warning', span, message, ...(fixes.length > 0 ? { fixes } : {}) };
}

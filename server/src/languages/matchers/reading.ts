import type { Finding, Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import type { Matcher } from './ast';
import type { MatcherCode } from './codes';
import { regexFault } from './regex';

/** What one of the two parsers makes of a text. */
export interface Reading {
  readonly matchers: readonly Matcher[];
  /** Errors; the text is taken when there is none. */
  readonly faults: readonly Finding[];
}

export function fault(code: MatcherCode, span: Span, message: string, fixes?: readonly Fix[]): Finding {
  return { code, severity: 'error', span, message, ...(fixes && fixes.length > 0 ? { fixes } : {}) };
}

/** Why a matcher's regular expression is refused. */
export function regexFaults({ operator, value, valueSpan }: Matcher): Finding[] {
  const reason = operator === '=~' || operator === '!~' ? regexFault(value) : undefined;
  if (reason === undefined) return [];
  const words = reason.replace(/^error parsing regexp: /, '');
  return [
    fault(
      'matchers/regex',
      valueSpan,
      `this is no regular expression that Alertmanager (RE2) takes: ${words}`,
    ),
  ];
}

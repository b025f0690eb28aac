import type { Span } from '../../text/span';
import { Candidates } from './candidates';
import { candidatesFor, openString, type CompletionRequest } from './complete-request';
import { keywordDoc } from './docs';
import { KEYWORDS } from './keywords';
import type { MatcherValuePlace } from './place-kinds';

const TIER = { known: 10, pattern: 20 };

/** `=`, `!=`, `=~` and `!~`, and on to the value. */
export function completeMatchOperators(request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  for (const label of ['=', '=~', '!=', '!~']) {
    const info = KEYWORDS.get(label);
    if (!info || !candidates.accepts(label)) continue;
    candidates.add(TIER.known, label, () => ({
      label,
      kind: 'operator',
      detail: label === '!=' ? 'The label has any other value.' : info.summary,
      documentation: () => keywordDoc(info, request.env.dialect),
      insertText: `${label}"$1"`,
      snippet: true,
      replace: request.word,
      retrigger: true,
    }));
  }
  return candidates;
}

/** The values that the label is known to have; in regular expressions one alternative at a time, escaped. */
export function completeMatcherValues(place: MatcherValuePlace, request: CompletionRequest): Candidates {
  const { result, offset, env } = request;
  const string = openString(place.string, offset);
  const isRegex = place.op === '=~' || place.op === '!~';
  const replace = isRegex ? alternativeAt(result.text, string.content, offset) : string.content;
  const write = (value: string): string => string.write(isRegex ? escapeRegex(value) : value);
  const candidates = new Candidates(result.text.slice(replace.from, offset));
  const isName = place.label === '__name__';
  for (const label of isName
    ? metricNames(env.knowledge.metrics())
    : env.knowledge.labelValues(place.label, place.metric)) {
    if (!candidates.accepts(label) || !candidates.hasRoom(TIER.known)) continue;
    candidates.add(TIER.known, label, () => ({
      label,
      kind: isName ? 'metric' : 'label-value',
      insertText: write(label),
      replace,
    }));
  }
  if (isRegex) addPatterns(candidates, replace, string.write);
  return candidates;
}

function* metricNames(metrics: Iterable<{ readonly name: string }>): Iterable<string> {
  for (const { name } of metrics) yield name;
}

function addPatterns(candidates: Candidates, replace: Span, write: (value: string) => string): void {
  for (const [label, detail] of [
    ['.+', 'any value'],
    ['.*', 'any value or none'],
  ] as const) {
    if (candidates.accepts(label)) {
      candidates.add(TIER.pattern, label, () => ({
        label,
        kind: 'value',
        detail,
        insertText: write(label),
        replace,
      }));
    }
  }
}

/** The alternative of a regular expression that the cursor is in. */
function alternativeAt(text: string, content: Span, offset: number): Span {
  const before = text.slice(content.from, offset);
  const after = text.slice(offset, content.to);
  const start = /[^|(]*$/.exec(before)?.[0].length ?? 0;
  const end = /^[^|)]*/.exec(after)?.[0].length ?? 0;
  return { from: offset - start, to: offset + end };
}

function escapeRegex(value: string): string {
  return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

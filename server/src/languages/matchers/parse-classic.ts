import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import type { Matcher, MatchOperator } from './ast';
import { isSpace } from './characters';
import { fault, regexFaults, type Reading } from './reading';

/**
 * Reads matchers as Alertmanager before 0.27 did, which is also its classic mode (pkg/labels/parse.go): values needn't be
 * quoted, whatever they hold, and braces needn't match.
 */
export function readClassic(text: string): Reading {
  return readItems(text, items(text));
}

/** Reads the whole text as one matcher: a comma belongs to the value (labels.ParseMatcher). */
export function readClassicMatcher(text: string): Reading {
  return readItems(text, [{ from: 0, to: text.length }]);
}

function readItems(text: string, spans: readonly Span[]): Reading {
  const matchers: Matcher[] = [];
  const faults: Finding[] = [];
  for (const span of spans) {
    const read = readItem(text, span);
    if ('code' in read) {
      faults.push(read);
      break;
    }
    matchers.push(read);
    faults.push(...regexFaults(read));
  }
  return { matchers, faults };
}

/** What stands between commas outside of quotes, braces at the ends left out. Only the last item is trimmed. */
function items(text: string): Span[] {
  const start = text.startsWith('{') ? 1 : 0;
  const end = text.length > start && text.endsWith('}') ? text.length - 1 : text.length;
  const spans: Span[] = [];
  let from = start;
  let isQuoted = false;
  let isEscaped = false;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === ',') {
      // As upstream has it, a comma leaves `isEscaped` as it is.
      if (isQuoted) continue;
      spans.push({ from, to: at });
      from = at + 1;
    } else if (character === '"') {
      if (!isEscaped) isQuoted = !isQuoted;
      isEscaped = false;
    } else {
      isEscaped = character === '\\' && !isEscaped;
    }
  }
  const last = trimmed(text, { from, to: end }, isSpace);
  return last.from < last.to ? [...spans, last] : spans;
}

const HEAD = /^([\t\n\f\r ]*)([a-zA-Z_:][a-zA-Z0-9_:]*)([\t\n\f\r ]*)(=~|=|!=|!~)/;

function readItem(text: string, item: Span): Matcher | Finding {
  const [head, indent, name, gap, operator] = HEAD.exec(text.slice(item.from, item.to)) ?? [];
  if (head === undefined || indent === undefined || name === undefined || gap === undefined) {
    return formatFault(text, item);
  }
  const nameFrom = item.from + indent.length;
  const nameSpan = { from: nameFrom, to: nameFrom + name.length };
  const operatorFrom = nameSpan.to + gap.length;
  const operatorSpan = { from: operatorFrom, to: item.from + head.length };
  // Blanks as Go's `\s` has them: those of ASCII but the vertical tab.
  const valueSpan = trimmed(text, { from: operatorSpan.to, to: item.to }, (character) =>
    /[\t\n\f\r ]/.test(character),
  );
  const value = unescape(text, valueSpan);
  if (typeof value !== 'string') return value;
  return {
    name,
    operator: operator as MatchOperator,
    value,
    span: { from: nameSpan.from, to: valueSpan.to },
    nameSpan,
    operatorSpan,
    valueSpan,
  };
}

function formatFault(text: string, item: Span): Finding {
  const span = trimmed(text, item, isSpace);
  if (span.from === span.to) {
    return fault(
      'matchers/syntax',
      { from: item.to, to: item.to + 1 },
      'a matcher is missing before this comma',
    );
  }
  const message = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text.slice(span.from, span.to))
    ? 'a matcher needs an operator and a value, such as severity="critical"'
    : 'this is no matcher of the classic syntax: a name of letters, digits, _ and :, then =, !=, =~ or !~, then the value';
  return fault('matchers/syntax', span, message);
}

function trimmed(text: string, { from, to }: Span, isBlank: (character: string) => boolean): Span {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charAt(start))) start++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  return { from: start, to: end };
}

/** The value, with or without quotes; it knows `\n`, `\"` and `\\`, and takes other backslashes as they are. */
function unescape(text: string, span: Span): string | Finding {
  const isQuoted = text.charAt(span.from) === '"' && span.from < span.to;
  let isOpen = isQuoted;
  let value = '';
  for (let at = isQuoted ? span.from + 1 : span.from; at < span.to; at++) {
    const character = text.charAt(at);
    const isLast = at === span.to - 1;
    if (character === '\\' && !isLast) {
      const escaped = text.charAt(++at);
      if (escaped === 'n') value += '\n';
      else value += escaped === '"' || escaped === '\\' ? escaped : `\\${escaped}`;
    } else if (character === '"') {
      if (!isOpen || !isLast) {
        const message =
          'a double quote inside of a value is written \\", and the whole value in double quotes';
        return fault('matchers/syntax', { from: at, to: at + 1 }, message);
      }
      isOpen = false;
    } else {
      value += character;
    }
  }
  return isOpen ? fault('matchers/unclosed', span, 'the closing double quote is missing') : value;
}

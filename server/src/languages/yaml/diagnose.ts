import type { Span } from '../../text/span';
import { SyntaxFault } from './faults';
import type { Line } from './lines';
import { columnsAbove, contentBefore, isBehind, lineAfter, lineAt, textEnd } from './lines';

/**
 * Moves a fault from where go-yaml notices it to where a person has to look, and names it better. go-yaml's own words
 * stay at the start of the message, because people search for them.
 * @param suspectQuote the first quoted scalar over several lines that has text right behind it
 */
export function diagnose(fault: SyntaxFault, text: string, suspectQuote: Span | undefined): SyntaxFault {
  if (suspectQuote !== undefined && holdsKeyLine(text, suspectQuote)) {
    return lateQuote(fault, text, suspectQuote);
  }
  switch (fault.code) {
    case 'yaml/missing-comma':
      return isOutside(text, fault) ? unclosedFlow(fault, text) : missingComma(fault, text);
    case 'yaml/unexpected-content':
      if (fault.opener !== undefined && isOutside(text, fault)) return unclosedFlow(fault, text);
      return unexpectedContent(fault, text);
    case 'yaml/missing-colon':
      return withoutComment(fault, text);
    case 'yaml/mapping-value-not-allowed':
      return strayColon(fault, text);
    default:
      return visible(fault, text);
  }
}

/** Whether a line inside of the quotes looks like a key of the file. */
function holdsKeyLine(text: string, { from, to }: Span): boolean {
  let line = lineAfter(text, lineAt(text, from));
  while (line !== undefined && line.from < to) {
    if (line.isKey) return true;
    line = lineAfter(text, line);
  }
  return false;
}

function lateQuote(fault: SyntaxFault, text: string, { from, to }: Span): SyntaxFault {
  const quote = text.charAt(from);
  const message = `${phraseOf(fault)}: the ${quote} that opens here is closed only lines below`;
  return new SyntaxFault('yaml/unclosed-quote', message, from, lineAt(text, from).to, to);
}

/** go-yaml's own words of a message. */
function phraseOf({ message }: SyntaxFault): string {
  return message.split(': ')[0] ?? message;
}

/** Whether the brackets end without their closing one: with the document, or at the next key of what is around them. */
function isOutside(text: string, { at, opener = at }: SyntaxFault): boolean {
  if (text.slice(at).trim() === '') return true;
  const line = lineAt(text, at);
  const isMarker = /^(?:---|\.\.\.)/.test(text.slice(line.from, line.to)) && line.from > opener;
  return isMarker || isBehind(line, lineAt(text, opener));
}

function unclosedFlow(fault: SyntaxFault, text: string): SyntaxFault {
  const opener = fault.opener ?? fault.from;
  const message = `${fault.message}: the '${text.charAt(opener)}' that opens here isn't closed`;
  return new SyntaxFault('yaml/unclosed-flow', message, opener, opener + 1, fault.at, opener);
}

/** Without a comma, the text of one line runs on into the key of the next. */
function missingComma(fault: SyntaxFault, text: string): SyntaxFault {
  const line = lineAt(text, fault.at);
  if (!isFirstColon(text, line, fault.at)) return visible(fault, text);
  const message = `${fault.message} before this key`;
  return new SyntaxFault(fault.code, message, line.from + line.column, fault.at, fault.at, fault.opener);
}

/** Whether the line starts with a key whose `:` is at `colon`. */
function isFirstColon(text: string, line: Line, colon: number): boolean {
  return line.isKey && !text.slice(line.from + line.column, colon).includes(':');
}

/** The first colon of a line is refused because the line above runs on into this one: one of the two is wrong. */
function strayColon(fault: SyntaxFault, text: string): SyntaxFault {
  const line = lineAt(text, fault.at);
  const above = contentBefore(text, line);
  if (above === undefined || !isFirstColon(text, line, fault.at)) {
    const message = `${fault.message}: put a value that has \`: \` in it in quotes`;
    return new SyntaxFault(fault.code, message, fault.from, fault.to, fault.at);
  }
  const word = above.from + above.column;
  if (above.column === line.column && /^[\w.$/-]+$/.test(text.slice(word, above.to))) {
    const message = `${fault.message}: there is no ':' behind this key`;
    return new SyntaxFault('yaml/missing-colon', message, word, above.to, fault.at);
  }
  if (!above.isKey && columnsAbove(text, line).includes(line.indent)) {
    const message = `${fault.message}: this text, which is indented less than the text it belongs to, runs on into the next line`;
    return new SyntaxFault(fault.code, message, above.content, above.to, fault.at);
  }
  const message = `${fault.message}: this line is indented too far, so it continues the value above it`;
  return new SyntaxFault(fault.code, message, line.from + line.column, fault.at, fault.at);
}

function unexpectedContent(fault: SyntaxFault, text: string): SyntaxFault {
  const line = lineAt(text, fault.from);
  if (/[\]}]/.test(text.charAt(fault.from))) {
    const message = `${fault.message}: nothing is open that '${text.charAt(fault.from)}' could close`;
    return new SyntaxFault(fault.code, message, fault.from, fault.from + 1, fault.at);
  }
  const isFirst = line.content === fault.from;
  const structural = /expected (?:key|'-' indicator)/.test(fault.message);
  if (isFirst && structural) {
    const isStructure = line.isKey || line.dashes.length > 0;
    const hint = isStructure
      ? "this line's indentation fits none of the lines above"
      : 'this line is no key, and is not indented as part of the text above';
    const message = `${fault.message}: ${hint}`;
    return new SyntaxFault(
      'yaml/bad-indentation',
      message,
      fault.from,
      wordEnd(text, fault.from, line.to),
      fault.at,
    );
  }
  const message = structural ? `${fault.message}: this stands behind the end of a value` : fault.message;
  const to = fault.to > fault.from ? fault.to : line.to;
  return visible(new SyntaxFault(fault.code, message, fault.from, to, fault.at), text);
}

function withoutComment(fault: SyntaxFault, text: string): SyntaxFault {
  const to = textEnd(text, fault.from, fault.to);
  return new SyntaxFault(fault.code, fault.message, fault.from, to, fault.at);
}

/** Where the key or word at `from` ends. */
function wordEnd(text: string, from: number, limit: number): number {
  const end = /:(?=\s|$)/.exec(text.slice(from, limit));
  return end === null ? limit : from + end.index;
}

/** Gives a fault without width the character before or behind it. */
function visible(fault: SyntaxFault, text: string): SyntaxFault {
  if (fault.from < fault.to) return fault;
  const from = Math.max(0, Math.min(fault.from, text.length - 1));
  return new SyntaxFault(
    fault.code,
    fault.message,
    from,
    Math.min(from + 1, text.length),
    fault.at,
    fault.opener,
  );
}

/** What the UTF-8 parser's refusals mean, and what to write instead. */
import type { Finding, Fix } from '../../text/finding';
import { cover, type Span } from '../../text/span';
import type { Token } from './lexer';
import { formatMatcher, formatName, quote } from './notation';
import type { MatchOperator } from './ast';
import { fault } from './reading';

/** Where in a matcher the parser stands. */
interface Place {
  readonly text: string;
  readonly name: Token;
  readonly operator: Token;
  readonly hasOpenBrace: boolean;
}

/** `found` stands where a label name is due; there is one, as a text may end in front of a name. */
export function faultAtName(found: Token | undefined): Finding {
  const span = found?.span ?? { from: 0, to: 0 };
  switch (found?.kind) {
    case ',':
      return fault('matchers/syntax', span, 'a matcher is missing before this comma', [
        { title: 'Remove the comma', edits: [{ span, newText: '' }] },
      ]);
    case '{':
      return fault('matchers/syntax', span, 'one pair of braces around all matchers is enough');
    case 'invalid':
      return faultAtInvalid(found);
    default:
      return fault(
        'matchers/syntax',
        span,
        `a label name is missing before ${found?.text ?? 'the operator'}`,
      );
  }
}

/** `found` stands behind a name where an operator is due. */
export function faultAtOperator(text: string, name: Token, found: Token | undefined): Finding {
  const isEnd = !found || found.kind === ',' || found.kind === '}';
  if (!isEnd && found.kind === 'invalid' && (found.text === '!' || found.text === '~')) {
    const [known, other] = found.text === '!' ? ['!=', '!~'] : ['=~', '!~'];
    const message = `there is no operator ${found.text}; did you mean ${known} or ${other}?`;
    return fault('matchers/syntax', found.span, message);
  }
  const span = isEnd ? name.span : cover(name.span, found.span);
  const [, left, right] = OTHER_OPERATOR.exec(text.slice(span.from, span.to)) ?? [];
  if (left !== undefined && right !== undefined) {
    const meant = formatMatcher({ name: left, operator: '=', value: right });
    return fault('matchers/syntax', span, `an operator is missing; did you mean ${meant}?`, [
      { title: `Write ${meant}`, edits: [{ span, newText: meant }] },
    ]);
  }
  if (isEnd) {
    const message = `a matcher needs an operator and a value, such as ${name.text}="…"`;
    return fault('matchers/syntax', name.span, message);
  }
  if (found.text === 'is' || found.text === ':') {
    return fault('matchers/syntax', found.span, `${found.text} is no operator; did you mean =?`, [
      { title: 'Write =', edits: [{ span: found.span, newText: '=' }] },
    ]);
  }
  const message = `one of the operators =, !=, =~ and !~ is missing between ${name.text} and ${found.text}`;
  return fault('matchers/syntax', found.span, message);
}

/** `severity:critical`, `severity: critical`. */
const OTHER_OPERATOR = /^([a-zA-Z_]\w*):\s*([^\s:"]+)$/;

/** `found` stands behind an operator where a value is due. */
export function faultAtValue(place: Place, found: Token | undefined): Finding {
  const { operator, text, name } = place;
  if (!found || found.kind === ',' || found.kind === '}') {
    const message = `a value is missing behind ${operator.text}; the empty one, which alerts without the label have, is ""`;
    return fault('matchers/syntax', operator.span, message, [
      {
        title: 'Write ""',
        edits: [{ span: { from: operator.span.to, to: operator.span.to }, newText: '""' }],
      },
    ]);
  }
  if (found.kind === 'invalid') return faultAtInvalid(found, quoteFix(place, found.span.from));
  const written = text.slice(operator.span.from, found.span.to);
  const meant = meantOperator(written);
  if (meant !== undefined) {
    const span = cover(operator.span, found.span);
    return fault('matchers/syntax', span, `there is no operator ${written}; did you mean ${meant}?`, [
      { title: `Write ${meant}`, edits: [{ span, newText: meant }] },
    ]);
  }
  const example = `${formatName(name.text)}${operator.text}"…"`;
  const message = `a value that begins with ${found.text} has to be in double quotes: ${example}`;
  return fault('matchers/syntax', found.span, message, quoteFix(place, found.span.from));
}

/** The operator that someone who writes `==`, `=!` and the like has in mind. */
export function meantOperator(written: string): MatchOperator | undefined {
  switch (written) {
    case '==':
      return '=';
    case '!==':
    case '=!':
    case '=!=':
      return '!=';
    case '==~':
    case '=~=':
      return '=~';
    default:
      return undefined;
  }
}

/** What follows a whole matcher is neither a comma nor the end. */
export function faultAfterMatcher(place: Place & { readonly value: Token }, rest: readonly Token[]): Finding {
  const [found, second] = rest;
  const { value } = place;
  if (!found) return fault('matchers/syntax', value.span, 'a comma or the end is missing behind this value');
  const isMatcher = (found.kind === 'word' || found.kind === 'quoted') && second && /^[=!]/.test(second.kind);
  if (isMatcher && found.span.from > value.span.to) {
    const gap = { from: value.span.to, to: value.span.to };
    const message = 'a comma is missing between these matchers';
    return fault('matchers/syntax', found.span, message, [
      { title: 'Add a comma', edits: [{ span: gap, newText: ',' }] },
    ]);
  }
  if (value.kind === 'quoted') {
    const message = 'only a comma may follow a value in quotes; a double quote inside of it is written \\"';
    return fault('matchers/syntax', found.span, message);
  }
  const fixes = quoteFix(place, value.span.from);
  if (found.kind === 'invalid') return faultAtInvalid(found, fixes);
  const reason = found.kind === 'word' || found.kind === 'quoted' ? 'blanks or quotes' : found.text;
  return fault('matchers/syntax', found.span, `a value with ${reason} has to be in double quotes`, fixes);
}

function faultAtInvalid({ text, span }: Token, fixes: readonly Fix[] = []): Finding {
  switch (text.charAt(0)) {
    case '"': {
      const place = { from: span.from, to: span.from + 1 };
      return fault('matchers/unclosed', place, 'the double quote that closes this one is missing', [
        { title: 'Add the closing quote', edits: [{ span: { from: span.to, to: span.to }, newText: '"' }] },
      ]);
    }
    case "'":
    case '`': {
      const message = `only double quotes quote a value; ${text} by itself has to be in double quotes`;
      return fault('matchers/syntax', span, message, fixes);
    }
    case '\\': {
      const message = 'a value with a backslash has to be in double quotes, and the backslash written twice';
      return fault('matchers/syntax', span, message, fixes);
    }
    default:
      return fault('matchers/syntax', span, `a value with ${text} has to be in double quotes`, fixes);
  }
}

/** Quotes the value that begins at `from`, up to the next comma or the end. */
function quoteFix({ text, hasOpenBrace }: Place, from: number): Fix[] {
  const rest = text.slice(from);
  const comma = rest.indexOf(',');
  const raw = comma < 0 ? rest.replace(hasOpenBrace ? /\}\s*$/ : /$/, '') : rest.slice(0, comma);
  const value = raw.trimEnd();
  // A double quote in it may belong to anything.
  if (value === '' || value.includes('"')) return [];
  const span: Span = { from, to: from + value.length };
  const inner = /^(['`])(.*)\1$/s.exec(value)?.[2] ?? value;
  return [{ title: 'Put the value in double quotes', edits: [{ span, newText: quote(inner) }] }];
}

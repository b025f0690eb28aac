import type { Span } from '../../text/span';
import type { TemplateResult } from './ast';
import { ActionLexer } from './lexer';
import type { Token } from './token';

/** Where the cursor stands in a template, judged by what is before it: what follows may be half-typed. */
export interface Place {
  /**
   * `text` between actions; `name` is a function, keyword or variable, maybe not yet begun; `field` follows a
   * dot; `string` is between quotes.
   */
  readonly kind: 'text' | 'name' | 'field' | 'string';
  /** The word around the cursor. */
  readonly replace: Span;
  /** Offset of the action's `{{`. */
  readonly open: number;
  /** The action's tokens before the word (or dot, or quote), opening delimiter left out. */
  readonly before: readonly Token[];
}

/** The place at `offset`; `undefined` where nothing can be suggested, as inside of comments and numbers. */
export function placeAt({ text, tokens }: TemplateResult, offset: number): Place | undefined {
  if (tokens.some(({ type, from, to }) => type === 'comment' && from < offset && offset < to))
    return undefined;
  const open = tokens.findLast(({ type, to }) => type === 'leftDelim' && to <= offset)?.from;
  const inText = { kind: 'text', replace: braceBefore(text, offset), open: offset, before: [] } as const;
  if (open === undefined) return inText;
  const before = readPrefix(text.slice(0, offset), open);
  const last = before.pop();
  if (!last) return { kind: 'name', replace: { from: offset, to: wordEnd(text, offset) }, open, before };
  switch (last.type) {
    case 'rightDelim':
      return inText;
    case 'error':
      if (last.fault?.code !== 'template/unterminated-string') return undefined;
      return {
        kind: 'string',
        replace: { from: last.from + 1, to: stringEnd(text, last.from, offset) },
        open,
        before,
      };
    case 'dot':
    case 'field':
      return { kind: 'field', replace: { from: last.from + 1, to: wordEnd(text, offset) }, open, before };
    case 'bool':
    case 'identifier':
    case 'keyword':
    case 'nil':
    case 'variable':
      return { kind: 'name', replace: { from: last.from, to: wordEnd(text, offset) }, open, before };
    case 'number':
    case 'complex':
    case 'charConstant':
    case 'string':
    case 'rawString':
    case 'rightParen':
      return undefined;
    default:
      return {
        kind: 'name',
        replace: { from: offset, to: wordEnd(text, offset) },
        open,
        before: [...before, last],
      };
  }
}

/** The tokens from the action at `open` to the end of `prefix`; what can't be read ends with its delimiter. */
function readPrefix(prefix: string, open: number): Token[] {
  const lexer = new ActionLexer(prefix);
  lexer.start(open);
  const tokens: Token[] = [];
  for (;;) {
    const token = lexer.next();
    if (token.type === 'error' && token.from >= prefix.length) return tokens;
    const isOver = token.type === 'error' && prefix.includes('}}', token.from);
    tokens.push(isOver ? { ...token, type: 'rightDelim' } : token);
    if (token.type === 'error' || token.type === 'rightDelim') return tokens;
  }
}

function wordEnd(text: string, offset: number): number {
  const word = /[\p{L}\p{Nd}_]*/uy;
  word.lastIndex = offset;
  return offset + (word.exec(text)?.[0].length ?? 0);
}

/** Where the string that begins at `quote` is closed behind the cursor; the cursor itself if it isn't. */
function stringEnd(text: string, quote: number, offset: number): number {
  for (let at = offset; at < text.length && text.charAt(at) !== '\n'; at++) {
    if (text.charAt(at) === text.charAt(quote)) return at;
    if (text.startsWith('}}', at)) break;
  }
  return offset;
}

/** A brace that was just typed, with the one that an editor adds behind it. */
function braceBefore(text: string, offset: number): Span {
  if (text.charAt(offset - 1) !== '{') return { from: offset, to: offset };
  return { from: offset - 1, to: text.charAt(offset) === '}' ? offset + 1 : offset };
}

import type { TokenSpan, TokenType } from '../../text/answers';
import { AGGREGATIONS } from './aggregations';
import type { Expr, LabelList, ParseResult, StringLiteral, Token, Word } from './ast';
import { FUNCTIONS } from './functions';
import { walk } from './tree';

/** The colours of an expression, in order of place and apart from each other; brackets and commas have none. */
export function promqlTokens({ expr, tokens, comments }: ParseResult): TokenSpan[] {
  const meanings = expr ? meaningsIn(expr) : new Map<number, Meaning>();
  const spans: TokenSpan[] = comments.map(({ span }) => ({ span, type: 'comment' }));
  for (const token of tokens) {
    const meaning = meanings.get(token.span.from) ?? meaningOf(token);
    if (meaning) spans.push({ span: token.span, ...meaning });
  }
  return spans.sort((a, b) => a.span.from - b.span.from);
}

type Meaning = Pick<TokenSpan, 'type' | 'modifiers'>;

const FUNCTION: Meaning = { type: 'function', modifiers: ['defaultLibrary'] };
const KEYWORD: Meaning = { type: 'keyword' };
const METRIC: Meaning = { type: 'variable' };
const LABEL: Meaning = { type: 'property' };
const REGEX: Meaning = { type: 'regexp' };

/** What the tree knows better than the lexer, by where it begins. */
function meaningsIn(expr: Expr): Map<number, Meaning> {
  const meanings = new Map<number, Meaning>();
  const mark = (word: Word | StringLiteral | undefined, meaning: Meaning): void => {
    if (word && word.span.to > word.span.from) meanings.set(word.span.from, meaning);
  };
  const markList = (list: LabelList | undefined): void => {
    mark(list?.keyword, KEYWORD);
    for (const label of list?.labels ?? []) mark(label, LABEL);
  };
  walk(expr, (node) => {
    if (node.kind === 'selector') {
      mark(node.name, METRIC);
      for (const { label, op, value } of node.matchers) {
        mark(label, LABEL);
        if (op === '=~' || op === '!~') mark(value, REGEX);
        else if (label.text === '__name__') mark(value, METRIC);
      }
    } else if (node.kind === 'call') {
      mark(node.func, FUNCTIONS.has(node.func.text) ? FUNCTION : { type: 'function' });
    } else if (node.kind === 'aggregate') {
      mark(node.op, FUNCTION);
      markList(node.grouping);
    } else if (node.kind === 'binary') {
      markList(node.matching);
      markList(node.group);
    }
  });
  return meanings;
}

const OPERATOR = /^(?:[-+*/%^@]|[=!<>]=?|=~|!~|<\/|>\/)$/;
const WORD_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless', 'atan2']);

/** What a token is by itself. */
function meaningOf({ kind }: Token): Meaning | undefined {
  const type = typeOfKind(kind);
  return type && { type };
}

function typeOfKind(kind: string): TokenType | undefined {
  switch (kind) {
    case 'number':
    case 'duration':
      return 'number';
    case 'string':
      return 'string';
    case 'identifier':
    case 'metric identifier':
      return 'variable';
    case 'hole':
    case 'error':
    case 'end of input':
      return undefined;
    default:
      if (WORD_OPERATORS.has(kind) || OPERATOR.test(kind)) return 'operator';
      if (!/^[a-z]/.test(kind)) return undefined;
      return AGGREGATIONS.has(kind) ? 'function' : 'keyword';
  }
}

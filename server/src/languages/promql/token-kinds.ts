/** The kinds of tokens of PromQL; operators, brackets and keywords are named by their text in lower case. */
export type TokenKind =
  | 'identifier'
  | 'metric identifier'
  | 'number'
  | 'duration'
  | 'string'
  | 'hole'
  | 'error'
  | 'end of input'
  | Punctuation
  | BinaryOperator
  | MatchOperator
  | Aggregator
  | Keyword;

export type Punctuation = '(' | ')' | '{' | '}' | '[' | ']' | ',' | ':' | '@';
export type MatchOperator = '=' | '!=' | '=~' | '!~';
export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type SetOperator = 'and' | 'or' | 'unless';
export type BinaryOperator = Arithmetic | Comparison | SetOperator | '</' | '>/';

export type Aggregator =
  | 'avg'
  | 'bottomk'
  | 'count'
  | 'count_values'
  | 'group'
  | 'limit_ratio'
  | 'limitk'
  | 'max'
  | 'min'
  | 'quantile'
  | 'stddev'
  | 'stdvar'
  | 'sum'
  | 'topk';

/** `step`, `range`, `max_of` and `min_of` are words of durations too. */
export type DurationWord = 'step' | 'range' | 'max_of' | 'min_of';
export type FillKeyword = 'fill' | 'fill_left' | 'fill_right';
export type Keyword =
  | 'anchored'
  | 'bool'
  | 'by'
  | 'end'
  | 'group_left'
  | 'group_right'
  | 'ignoring'
  | 'offset'
  | 'on'
  | 'smoothed'
  | 'start'
  | 'without'
  | DurationWord
  | FillKeyword;

const WORDS: readonly (Aggregator | Keyword | SetOperator | 'atan2')[] = [
  'anchored',
  'and',
  'atan2',
  'avg',
  'bool',
  'bottomk',
  'by',
  'count',
  'count_values',
  'end',
  'fill',
  'fill_left',
  'fill_right',
  'group',
  'group_left',
  'group_right',
  'ignoring',
  'limit_ratio',
  'limitk',
  'max',
  'max_of',
  'min',
  'min_of',
  'offset',
  'on',
  'or',
  'quantile',
  'range',
  'smoothed',
  'start',
  'stddev',
  'stdvar',
  'step',
  'sum',
  'topk',
  'unless',
  'without',
];

/** Every word that isn't simply a name, in lower case, with its kind; numbers are `inf` and `nan`. */
const KINDS: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ...WORDS.map((word): [string, TokenKind] => [word, word]),
  ['inf', 'number'],
  ['nan', 'number'],
]);

const LABEL_KINDS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'identifier',
  'metric identifier',
  ...WORDS.filter((word) => word !== 'without'),
]);

/** True for the words that can be a label in a list: `maybe_label` in promql/parser/generated_parser.y. */
export function isLabelWord(kind: TokenKind): boolean {
  return LABEL_KINDS.has(kind);
}

const LONGEST_WORD = 'count_values'.length;

/** The kind of `word`, in any case, if it isn't simply a name. */
export function wordKind(word: string): TokenKind | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  return KINDS.get(word) ?? KINDS.get(word.toLowerCase());
}

const OPERATORS: readonly TokenKind[] = [
  '*',
  '/',
  '%',
  '^',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '</',
  '>/',
  'atan2',
  '=',
  '=~',
  '!~',
];
const INSIDE: readonly TokenKind[] = [
  ')',
  '}',
  '[',
  ']',
  ',',
  ':',
  '@',
  'bool',
  'group_left',
  'group_right',
  'ignoring',
  'on',
  'end of input',
];
const NOT_FIRST: ReadonlySet<TokenKind> = new Set([...OPERATORS, ...INSIDE]);

/** True if an expression can begin with such a token, which holds for most keywords: metrics may be called like them. */
export function startsExpression(kind: TokenKind): boolean {
  return !NOT_FIRST.has(kind);
}

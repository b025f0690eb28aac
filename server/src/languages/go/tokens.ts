/** A token of Go. `comment` is the text of one directly in front of it. */
export interface Token {
  readonly kind: 'name' | 'keyword' | 'string' | 'raw' | 'number' | 'rune' | 'sign' | 'end';
  /** As written; `;` too where Go puts one at the end of a line. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly comment?: string;
}

/** https://go.dev/ref/spec#Keywords */
const KEYWORDS = new Set(
  (
    'break case chan const continue default defer else fallthrough for func go goto if import interface map ' +
    'package range return select struct switch type var'
  ).split(' '),
);

const TOKEN = new RegExp(
  [
    String.raw`(?<space>[ \t\r]+)`,
    String.raw`(?<line>\n)`,
    String.raw`(?<comment>//[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{Nd}_]*)`,
    String.raw`(?<number>\.?\d(?:[eEpP][+-]|[\w.])*)`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*"?)`,
    '(?<raw>`[^`]*`?)',
    String.raw`(?<rune>'(?:\\.|[^'\\\n])*'?)`,
    String.raw`(?<sign>:=|\.\.\.|&&|\|\||<-|\+\+|--|<<=?|>>=?|&\^=?|[=!<>+\-*/%&|^]=|[^])`,
  ].join('|'),
  'gu',
);

/**
 * The tokens of a Go file, with the semicolons that Go adds, and an `end` behind them. What isn't Go makes tokens too.
 * https://go.dev/ref/spec#Lexical_elements
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let comment: string | undefined;
  for (const { 0: written, index: from, groups = {} } of text.matchAll(TOKEN)) {
    if (groups.space !== undefined) continue;
    const to = from + written.length;
    if (groups.line !== undefined || written.startsWith('/*')) {
      const endsLine = written.includes('\n') && endsStatement(tokens.at(-1));
      if (endsLine) tokens.push({ kind: 'sign', text: ';', from, to: from });
    }
    if (groups.line !== undefined) continue;
    if (groups.comment !== undefined) {
      comment = written.replace(/^\/[/*]|\*\/$/g, '').trim();
      continue;
    }
    tokens.push({ kind: kindOf(written, groups), text: written, from, to, ...(comment && { comment }) });
    comment = undefined;
  }
  tokens.push({ kind: 'sign', text: ';', from: text.length, to: text.length });
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
}

function kindOf(written: string, groups: Readonly<Record<string, string | undefined>>): Token['kind'] {
  if (groups.name !== undefined) return KEYWORDS.has(written) ? 'keyword' : 'name';
  for (const kind of ['number', 'string', 'raw', 'rune'] as const) {
    if (groups[kind] !== undefined) return kind;
  }
  return 'sign';
}

/** Whether a line break behind `token` ends the statement: https://go.dev/ref/spec#Semicolons */
function endsStatement(token: Token | undefined): boolean {
  switch (token?.kind) {
    case undefined:
    case 'end':
      return false;
    case 'keyword':
      return /^(?:break|continue|fallthrough|return)$/.test(token.text);
    case 'sign':
      return /^(?:\+\+|--|[)\]}])$/.test(token.text);
    default:
      return true;
  }
}

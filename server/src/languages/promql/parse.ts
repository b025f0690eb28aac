import type { Span } from '../../text/span';
import type { Comment, Expr, ParseResult, PromqlFault, Token } from './ast';
import { checkTypes } from './check-types';
import { DEFAULT_DIALECT, dialectOf } from './dialect';
import type { PromqlDialect } from './knowledge';
import type { Lexer } from './lexer';
import { parseExpression } from './parse-expr';
import { Reader } from './reader';

export { DEFAULT_DIALECT } from './dialect';

export interface ParseOptions {
  /** Which Prometheus reads it; the newest known without feature flags if absent. */
  readonly dialect?: PromqlDialect;
  /** Placeholders in the text, in order of place: something not known here is put in before Prometheus reads it. */
  readonly holes?: readonly Span[];
}

/**
 * Reads one PromQL expression as Prometheus' own parser does (promql/parser: lex.go, generated_parser.y, parse.go):
 * without faults if and only if a Prometheus of that dialect accepts it. With faults the tree is the best reading of
 * what is written. Takes time in proportion to the text, and never throws.
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const dialect = dialectOf(options.dialect ?? DEFAULT_DIALECT);
  const reader = new Reader(text, options.holes ?? [], dialect);
  const expr = parseExpression(reader);
  // Upstream checks types only where the syntax is right; here what isn't damaged is checked all the same.
  const others = expr ? checkTypes(text, expr, reader.damaged, dialect) : [NOTHING_WRITTEN];
  return new Parsed(text, expr, ordered(reader.takeFaults().concat(others)), reader.lexer);
}

const NOTHING_WRITTEN: PromqlFault = {
  code: 'promql/empty',
  message: 'no expression found in input: write a PromQL expression',
  span: { from: 0, to: 0 },
};

/** By place, but first the one that Prometheus reports. */
function ordered(faults: readonly PromqlFault[]): PromqlFault[] {
  const [first, ...rest] = faults;
  if (!first) return [];
  return [first, ...rest.sort((a, b) => a.span.from - b.span.from)];
}

/** The tokens are made only if someone asks for them. */
class Parsed implements ParseResult {
  readonly comments: readonly Comment[];
  readonly #lexer: Lexer;
  #tokens: readonly Token[] | undefined;

  constructor(
    readonly text: string,
    readonly expr: Expr | undefined,
    readonly faults: readonly PromqlFault[],
    lexer: Lexer,
  ) {
    this.comments = lexer.comments;
    this.#lexer = lexer;
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= this.#lexer.tokens());
  }
}

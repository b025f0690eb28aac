import type { Span } from '../../text/span';
import type { TemplateDialect } from './dialect';
import * as faults from './faults';
import { ActionLexer, actionEnd, type ActionEnd } from './lexer';
import { VariableScopes } from './scopes';
import type { TemplateFault, Token } from './token';

/** What the parsers of actions share: the tokens, with any look-ahead, the variables, and the faults found. */
export class ActionReader {
  readonly scopes: VariableScopes;
  /** Every token read so far, of all actions. */
  readonly tokens: Token[] = [];
  readonly #lexer: ActionLexer;
  readonly #faults: TemplateFault[] = [];
  #index = 0;
  #open = 0;
  /** Those faults before the current action. */
  #settled = 0;

  constructor(
    readonly text: string,
    readonly dialect: TemplateDialect,
  ) {
    this.#lexer = new ActionLexer(text);
    this.scopes = new VariableScopes(dialect.variables.keys(), text.length);
  }

  get faults(): readonly TemplateFault[] {
    return this.#faults;
  }

  /** Begins the action whose `{{` is at `open` and whose first token is read from `from`. */
  start(open: number, from: number): void {
    this.#lexer.start(open, from);
    this.#open = open;
    this.#settled = this.#faults.length;
    this.tokens.push({ type: 'leftDelim', from: open, to: open + 2 });
    this.#index = this.tokens.length;
  }

  comment(span: Span): void {
    this.tokens.push({ type: 'comment', from: span.from, to: span.to });
  }

  peek(): Token {
    let token = this.tokens[this.#index];
    if (!token) {
      token = this.#lexer.next();
      this.tokens.push(token);
    }
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.#index++;
    return token;
  }

  peekNonSpace(): Token {
    if (this.peek().type === 'space') this.#index++;
    return this.peek();
  }

  nextNonSpace(): Token {
    this.peekNonSpace();
    return this.next();
  }

  /** Where reading stands; `reset` goes back there. */
  mark(): number {
    return this.#index;
  }

  reset(mark: number): void {
    this.#index = mark;
  }

  word(span: Span): string {
    return this.text.slice(span.from, span.to);
  }

  report(fault: TemplateFault): void {
    this.#faults.push(fault);
  }

  /** Reports that `token`, which was just read, can't stand here; nothing more of this action can be read. */
  unexpected(token: Token, hint: string): void {
    const fault = this.#unexpectedFault(token, hint);
    // A name that can't go on as it does is not to be judged.
    this.#keep(({ span }) => span.to !== token.from);
    this.#faults.push(fault);
  }

  #unexpectedFault(token: Token, hint: string): TemplateFault {
    const { text } = this;
    const swallowing = this.#swallowingString();
    if (swallowing) return faults.unterminated(text, swallowing.from, 'string');
    if (token.fault) return token.fault;
    if (token.type === 'char' && text.charAt(token.from) === '}') return faults.singleBrace(token);
    if (text.startsWith('-}}', token.from)) return faults.closingTrimMarker(token.from);
    return faults.unexpected(text, token, hint);
  }

  /** The string directly before the last token, if a delimiter stands in it: there the trouble began. */
  #swallowingString(): Token | undefined {
    const last = this.tokens[this.#index - 1];
    const before = this.tokens[this.#index - 2];
    const isOne = before?.type === 'string' && before.to === last?.from && this.word(before).includes('}}');
    return isOne ? before : undefined;
  }

  /** Drops the faults of this action that are not to be kept. */
  #keep(isKept: (fault: TemplateFault) => boolean): void {
    for (const fault of this.#faults.splice(this.#settled)) if (isKept(fault)) this.#faults.push(fault);
  }

  /** Where the action ends, of which all has been read. */
  end(): number {
    return this.tokens[this.#index - 1]?.to ?? 0;
  }

  /** The end of an action that can't be read any further. */
  skip(): ActionEnd {
    const last = this.#swallowingString() ?? this.tokens[this.#index - 1];
    this.tokens.length = this.#index;
    const ending = actionEnd(this.text, Math.max(this.#open + 2, last?.from ?? 0));
    if (ending.by !== 'closing') this.#reportUnclosed(ending.end);
    return ending;
  }

  /** What follows an action without an end is text, whose words mean nothing: that is the one cause. */
  #reportUnclosed(end: number): void {
    const last = this.#faults.at(-1);
    const saysSo = last?.code === 'template/unclosed-action' || last?.code === 'template/unterminated-string';
    this.#keep((fault) => (fault === last ? saysSo : fault.code === 'template/undefined-variable'));
    if (!saysSo) this.report(faults.unclosedAction(this.text, this.#open, end));
  }
}

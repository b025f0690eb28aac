import type { Span } from '../../text/span';
import type {
  ControlKeyword,
  DefinedTemplate,
  PipelineNode,
  StringNode,
  TemplateNode,
  TemplateResult,
} from './ast';
import type { TemplateDialect } from './dialect';
import * as faults from './faults';
import { openingAt, spanOf } from './lexer';
import { closedBlock, isBlank, isControl, newBlock, wrongElse, type OpenBlock } from './parse-blocks';
import { CommentReader, type ReadComment } from './parse-comments';
import { parsePipeline, parseString } from './parse-pipeline';
import { ActionReader } from './reader';
import type { Token } from './token';

/**
 * Parses a template exactly as Go's text/template does (parse/parse.go, Go 1.27) with the functions and
 * variables of `dialect`, but goes on after a fault at the next delimiter, so that all causes are found.
 * Offsets are UTF-16. Linear in the text, and without recursion.
 * @param name what the program calls the template: Prometheus' rule templates are `__alert_` and the alert's
 * name. The text can't define a template with that name.
 */
export function parseTemplate(text: string, dialect: TemplateDialect, name?: string): TemplateResult {
  return new TemplateParser(text, dialect, name).parse();
}

export type { TemplateResult } from './ast';

/** The Go that has `{{break}}` and `{{continue}}` first. */
const LOOP_EXITS = 18;

class TemplateParser {
  readonly #reader: ActionReader;
  readonly #main: OpenBlock;
  readonly #blocks: OpenBlock[];
  readonly #templates: DefinedTemplate[] = [];
  /** Templates with content, by name; a second one with content is refused. */
  readonly #filled = new Map<string, Span>();
  readonly #comments: CommentReader;
  /** The rest of the text is a comment or an action without an end: what is open says nothing. */
  #cutOff = false;
  /** Actions whose first word can't be read: each may have been meant to open or to end a block. */
  #doubts = 0;

  constructor(
    readonly text: string,
    readonly dialect: TemplateDialect,
    readonly name: string | undefined,
  ) {
    this.#reader = new ActionReader(text, dialect);
    this.#comments = new CommentReader(text);
    const start = { from: 0, to: 0 };
    this.#main = newBlock('main', start, { action: start });
    this.#blocks = [this.#main];
  }

  parse(): TemplateResult {
    const { text } = this;
    const reader = this.#reader;
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf('{{', at);
      const to = open < 0 ? text.length : open;
      if (to > at) this.#add({ kind: 'text', span: { from: at, to } });
      at = open < 0 ? text.length : this.#commentOrAction(open);
    }
    for (let block = this.#top; block.kind !== 'main'; block = this.#top) {
      if (this.#doubts > block.doubtsBefore) this.#doubts--;
      else if (!this.#cutOff) reader.report(faults.unclosedBlock(block.kind, block.keyword, text.length));
      this.#close(block, undefined);
    }
    this.#checkOwnName();
    return {
      text,
      dialect: this.dialect,
      nodes: this.#main.branches[0]?.body ?? [],
      faults: [...reader.faults].sort((a, b) => a.span.from - b.span.from),
      tokens: reader.tokens,
      variables: reader.scopes.declared,
      templates: this.#templates,
    };
  }

  get #top(): OpenBlock {
    return this.#blocks.at(-1) ?? this.#main;
  }

  #add(node: TemplateNode): void {
    this.#top.branches.at(-1)?.body.push(node);
  }

  #commentOrAction(open: number): number {
    const { text } = this;
    let from = open + openingAt(text, open);
    const dash = /-(?!\}\}|\.?[0-9])/y;
    dash.lastIndex = from;
    if (dash.test(text)) {
      // Go reads a number with a sign here.
      this.#reader.report(faults.openingTrimMarker(from));
      from++;
    }
    return text.startsWith('/*', from)
      ? this.#comment(open, this.#comments.read(open, from))
      : this.#action(open, from);
  }

  #comment(open: number, { end, fault, endless }: ReadComment): number {
    if (fault) this.#reader.report(fault);
    if (endless) this.#cutOff = true;
    const span = { from: open, to: end };
    this.#reader.comment(span);
    this.#add({ kind: 'comment', span });
    return end;
  }

  #action(open: number, from: number): number {
    const reader = this.#reader;
    reader.start(open, from);
    const start = reader.mark();
    const token = reader.nextNonSpace();
    const word = reader.word(token);
    if (token.type === 'keyword') return this.#keyword(open, token, word);
    if (token.type === 'char' && this.text.startsWith('/*', token.from))
      return this.#comment(open, this.#comments.readMisplaced(open, token.from));
    const isUnknown = token.type === 'identifier' && !this.dialect.functions.has(word);
    if (isUnknown || token.type === 'error' || token.type === 'char') this.#doubts++;
    reader.reset(start);
    const pipeline = parsePipeline(reader, 'command');
    const span = this.#span(open, pipeline !== undefined);
    this.#add({ kind: 'action', span, pipeline });
    return span.to;
  }

  #keyword(open: number, token: Token, word: string): number {
    switch (word) {
      case 'if':
      case 'range':
      case 'with':
        return this.#openControl(open, token, word);
      case 'define':
      case 'block':
        return this.#openDefinition(open, token, word);
      case 'else':
        return this.#else(open, token);
      case 'end':
        return this.#end(open);
      case 'template':
        return this.#call(open);
      default:
        return this.#loopExit(open, token, word);
    }
  }

  /** The span of the action at `open`, of which everything was read, or whose rest is skipped. */
  #span(open: number, complete: boolean): Span {
    if (complete) return { from: open, to: this.#reader.end() };
    const { end, by } = this.#reader.skip();
    if (by === 'nothing') this.#cutOff = true;
    return { from: open, to: end };
  }

  #expectClosing(word: string): boolean {
    const token = this.#reader.nextNonSpace();
    if (token.type === 'rightDelim') return true;
    this.#reader.unexpected(token, `nothing more can stand in {{ ${word} }}`);
    return false;
  }

  #openControl(open: number, token: Token, kind: ControlKeyword): number {
    const reader = this.#reader;
    const mark = reader.scopes.mark();
    const pipeline = parsePipeline(reader, kind);
    const action = this.#span(open, pipeline !== undefined);
    this.#blocks.push(newBlock(kind, spanOf(token), { action, pipeline, mark, doubtsBefore: this.#doubts }));
    if (kind === 'range') reader.scopes.enterRange();
    return action.to;
  }

  #openDefinition(open: number, token: Token, kind: 'define' | 'block'): number {
    const reader = this.#reader;
    const keyword = spanOf(token);
    if (kind === 'define' && this.#blocks.length > 1) reader.report(faults.nestedDefine(keyword));
    const name = this.#templateName(kind);
    let pipeline: PipelineNode | undefined;
    let complete = false;
    if (name && kind === 'block') {
      pipeline = parsePipeline(reader, kind);
      complete = pipeline !== undefined;
    } else if (name) {
      complete = this.#expectClosing(kind);
    }
    const action = this.#span(open, complete);
    reader.scopes.enterTemplate();
    this.#blocks.push(newBlock(kind, keyword, { action, pipeline, name, doubtsBefore: this.#doubts }));
    return action.to;
  }

  #templateName(word: string): StringNode | undefined {
    const reader = this.#reader;
    const token = reader.nextNonSpace();
    if (token.type === 'string' || token.type === 'rawString') return parseString(reader, token);
    reader.unexpected(
      token,
      `the name of a template is due, as in {{ ${word} "name"${word === 'define' ? '' : ' .'} }}`,
    );
    return undefined;
  }

  #call(open: number): number {
    const reader = this.#reader;
    const name = this.#templateName('template');
    let pipeline: PipelineNode | undefined;
    let complete = false;
    if (name) {
      const start = reader.mark();
      complete = reader.nextNonSpace().type === 'rightDelim';
      if (!complete) {
        reader.reset(start);
        pipeline = parsePipeline(reader, 'template');
        complete = pipeline !== undefined;
      }
    }
    const span = this.#span(open, complete);
    this.#add({ kind: 'template', span, name, pipeline });
    return span.to;
  }

  #loopExit(open: number, token: Token, word: string): number {
    const reader = this.#reader;
    const complete = this.#expectClosing(word);
    if (complete && this.dialect.go < LOOP_EXITS)
      reader.report(faults.unknownFunction(word, spanOf(token), 'as a keyword it came with Go 1.18'));
    else if (complete && !reader.scopes.inRange) reader.report(faults.outsideRange(word, spanOf(token)));
    const span = this.#span(open, complete);
    this.#add({ kind: 'loop-exit', span });
    return span.to;
  }

  #else(open: number, token: Token): number {
    const reader = this.#reader;
    const block = this.#top;
    const next = reader.peekNonSpace();
    const nested = next.type === 'keyword' ? reader.word(next) : '';
    const isNested = nested === 'if' || nested === 'with';
    if (isNested) reader.next();
    const reason = wrongElse(block, isNested ? nested : undefined, this.dialect.go);
    if (isNested && reason === undefined) {
      const pipeline = parsePipeline(reader, nested);
      const action = this.#span(open, pipeline !== undefined);
      block.branches.push({ isElse: true, action, pipeline, body: [] });
      return action.to;
    }
    const complete = !isNested && this.#expectClosing('else');
    if (reason !== undefined && (complete || isNested) && (block.kind !== 'main' || this.#doubts === 0)) {
      reader.report(faults.unexpectedElse({ from: token.from, to: isNested ? next.to : token.to }, reason));
    }
    const action = this.#span(open, complete);
    if (isControl(block) && !block.hasElse) this.#openElse(block, action);
    return action.to;
  }

  #openElse(block: OpenBlock, action: Span): void {
    if (block.kind === 'range') this.#reader.scopes.leaveRange();
    block.hasElse = true;
    block.branches.push({ isElse: true, action, pipeline: undefined, body: [] });
  }

  #end(open: number): number {
    const complete = this.#expectClosing('end');
    const action = this.#span(open, complete);
    const block = this.#top;
    if (block.kind !== 'main') this.#close(block, action);
    else if (this.#doubts > 0) this.#doubts--;
    else if (complete) this.#reader.report(faults.unexpectedEnd(action));
    return action.to;
  }

  /** Ends the innermost block, at its `{{end}}` or where the text ends. */
  #close(block: OpenBlock, end: Span | undefined): void {
    const { scopes } = this.#reader;
    const { length } = this.text;
    this.#blocks.pop();
    if (isControl(block)) {
      scopes.release(block.mark, end?.from ?? length);
      if (block.kind === 'range' && !block.hasElse) scopes.leaveRange();
    } else {
      scopes.leaveTemplate(end?.from ?? length);
      if (block.name) this.#define(block.name, block.branches[0]?.body ?? []);
    }
    const node = closedBlock(block, end, length);
    if (node) this.#add(node);
  }

  #define({ value, span }: StringNode, body: readonly TemplateNode[]): void {
    this.#templates.push({ name: value, span });
    if (isBlank(body, this.text)) return;
    const first = this.#filled.get(value);
    if (first) this.#reader.report(faults.redefined(value, span, first));
    else this.#filled.set(value, span);
  }

  /** The main template is a definition too, and comes last. */
  #checkOwnName(): void {
    const span = this.name === undefined ? undefined : this.#filled.get(this.name);
    const filled = this.dialect.variables.size > 0 || !isBlank(this.#main.branches[0]?.body ?? [], this.text);
    if (this.name !== undefined && span && filled)
      this.#reader.report(faults.redefined(this.name, span, undefined));
  }
}

import type { CodeSurroundings, CodeValue } from '../code/tree';
import { Tokens } from './cursor';
import { Expressions } from './expressions';
import { Names } from './names';

/** `:=`, `=`, `+=` and the like, `++`: https://go.dev/ref/spec#Assignment_statements */
const ASSIGNMENT = /^(?:(?:[:+\-*/%&|^]|<<|>>|&\^)?=|\+\+|--)$/;

/** Goes through the tokens of a file once, from statement to statement. */
export class GoReader {
  readonly names: Names;
  readonly expressions: Expressions;
  private readonly tokens: Tokens;

  constructor(text: string, surroundings: CodeSurroundings) {
    this.tokens = new Tokens(text);
    this.names = new Names(this.tokens.all, (index) => this.expressions.valueAt(index), surroundings);
    this.expressions = new Expressions(this.tokens, this.names, () => {
      this.function();
    });
  }

  /** Reads the whole file. */
  readAll(): void {
    while (!this.tokens.isAtEnd) {
      this.statements();
      this.tokens.next();
    }
  }

  /** Statements up to the end of the block, or of the file. */
  private statements(): void {
    while (!this.tokens.isAtEnd && !this.tokens.is('}')) {
      const { at } = this.tokens;
      this.statement();
      if (this.tokens.at === at) this.tokens.next();
    }
  }

  private statement(): void {
    const { kind, text } = this.tokens.token;
    if (text === '{') this.block();
    else if (kind !== 'keyword' || /^(?:struct|interface|map|chan)$/.test(text)) this.simpleStatement();
    else if (text === 'func') this.function();
    else if (/^(?:import|package|type)$/.test(text)) this.tokens.skipStatement();
    else if (text === 'const' || text === 'var') this.declaration();
    else {
      if (/^(?:if|for|switch|select)$/.test(text)) this.expressions.isHead = true;
      this.tokens.next();
    }
  }

  /** `{ … }`, with names of its own. */
  private block(): void {
    this.expressions.isHead = false;
    this.tokens.next();
    this.names.open();
    this.expressions.nested(() => {
      this.statements();
    });
    this.names.close();
    this.tokens.accept('}');
  }

  /** `const name = value`, `var name Type = value`, several in brackets. */
  private declaration(): void {
    this.tokens.next();
    if (!this.tokens.accept('(')) {
      this.specification();
      return;
    }
    while (!this.tokens.isAtEnd && !this.tokens.accept(')')) {
      const { at } = this.tokens;
      this.specification();
      if (this.tokens.at === at) this.tokens.next();
    }
  }

  private specification(): void {
    const start = this.tokens.at;
    while (this.tokens.token.kind === 'name') {
      this.tokens.next();
      if (!this.tokens.accept(',')) break;
    }
    const targets = this.tokens.targets(start, this.tokens.at);
    this.tokens.skipType();
    const values = this.tokens.accept('=') ? this.expressions.values() : [];
    bind(targets, values, (name, value) => {
      this.names.declare(name, value);
    });
  }

  /** A declaration, a method's too, or an expression: `func (receiver) name(parameters) results { … }`. */
  private function(): void {
    const { isHead } = this.expressions;
    this.names.open();
    this.tokens.next();
    for (const name of this.tokens.skipSignature()) this.names.declare(name, undefined);
    if (this.tokens.is('{')) this.block();
    this.names.close();
    this.expressions.isHead = isHead;
  }

  /** An expression, an assignment, a declaration by `:=`. */
  private simpleStatement(): void {
    const start = this.tokens.at;
    this.expressions.values();
    const { text } = this.tokens.token;
    if (!ASSIGNMENT.test(text)) return;
    const targets = this.tokens.targets(start, this.tokens.at);
    this.tokens.next();
    if (text === '++' || text === '--') {
      for (const name of targets) if (name !== undefined) this.names.assign(name, undefined);
      return;
    }
    // What a loop goes over is not what its names are.
    const isLoop = this.tokens.accept('range');
    const values = this.expressions.values();
    bind(targets, isLoop ? [] : values, (name, value) => {
      if (text === ':=') this.names.declare(name, value);
      else this.names.assign(name, text === '=' ? value : undefined);
    });
  }
}

function bind(
  targets: readonly (string | undefined)[],
  values: readonly CodeValue[],
  declare: (name: string, value: CodeValue | undefined) => void,
): void {
  for (const [index, name] of targets.entries()) {
    if (name !== undefined) declare(name, values.length === targets.length ? values[index] : undefined);
  }
}

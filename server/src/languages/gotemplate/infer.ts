import type {
  Branch,
  CommandNode,
  ControlNode,
  IdentifierNode,
  Name,
  Operand,
  PipelineNode,
  TemplateCallNode,
  TemplateNode,
  TemplateResult,
  VariableNode,
} from './ast';
import type { TemplateFunction } from './function-info';
import type { Token } from './lexer';
import { resultType } from './result-type';
import { elementTypes, fieldType, type TemplateType } from './types';

/** A function with what it is given. */
export interface FunctionCall {
  readonly info: TemplateFunction;
  readonly node: IdentifierNode;
  readonly operands: readonly Operand[];
  /** Those of the operands, and of what is piped in. */
  readonly types: readonly TemplateType[];
  /** The command whose value is piped in. */
  readonly before: CommandNode | undefined;
}

/** Told of what is met on the way, in the order of the text. */
export interface TypeVisitor {
  /** `type` is undefined where the variable isn't there when the template runs, though it parses. */
  variable?(name: Name, type: TemplateType | undefined): void;
  /** `type` is undefined where the receiver certainly has no such field. */
  field?(name: Name, receiver: TemplateType, type: TemplateType | undefined): void;
  call?(call: FunctionCall): void;
  /** Something that is no function is given arguments or a value by `|`; or `nil` stands alone. */
  misapplied?(operand: Operand, command: CommandNode): void;
  /** Those in parentheses come before the one around them. */
  pipeline?(pipeline: PipelineNode, type: TemplateType): void;
  range?(pipeline: PipelineNode, over: TemplateType): void;
  template?(node: TemplateCallNode): void;
}

/** What can be used at a place. */
export interface TemplateScope {
  readonly dot: TemplateType;
  readonly variables: ReadonlyMap<string, TemplateType>;
}

/** Walks the template and tells `visitor` what every part is, as far as that is certain. */
export function inferTypes(result: TemplateResult, visitor: TypeVisitor): void {
  new Inference(result, visitor, Infinity).run();
}

/** The value of dot and the variables, with their types, at `offset`. */
export function scopeAt(result: TemplateResult, offset: number): TemplateScope {
  return new Inference(result, {}, offset).run();
}

/** Deeper nesting than people write is not looked at: it would cost stack. */
const MAX_DEPTH = 200;

class Inference {
  readonly #scope: TypeScope;
  /** Variables that are assigned to somewhere can hold anything. */
  readonly #assigned: ReadonlySet<string>;
  #depth = 0;
  #stopped: TemplateScope | undefined;

  constructor(
    readonly result: TemplateResult,
    readonly visitor: TypeVisitor,
    readonly stopAt: number,
  ) {
    const { data, variables } = result.dialect;
    this.#assigned = assignedVariables(result);
    this.#scope = new TypeScope(data);
    for (const [name, { type }] of variables) this.#declare(name, type);
  }

  run(): TemplateScope {
    this.#walk(this.result.nodes);
    return this.#stopped ?? this.#scope.snapshot();
  }

  #stop(): void {
    this.#stopped ??= this.#scope.snapshot();
  }

  #walk(nodes: readonly TemplateNode[]): void {
    for (const node of nodes) {
      if (this.#stopped) return;
      if (node.span.from >= this.stopAt) this.#stop();
      else this.#node(node);
    }
  }

  #node(node: TemplateNode): void {
    switch (node.kind) {
      case 'control':
        this.#control(node);
        return;
      case 'definition':
        this.#whole(node.pipeline);
        this.#scope.enterTemplate(() => {
          this.#body(node);
        });
        return;
      case 'action':
      case 'template':
        if (this.stopAt < node.span.to) return;
        this.#whole(node.pipeline);
        if (node.kind === 'template') this.visitor.template?.(node);
        return;
      case 'text':
      case 'comment':
      case 'loop-exit':
        return;
    }
  }

  #control(node: ControlNode): void {
    this.#scope.nest(() => {
      for (const branch of node.branches) {
        if (this.#stopped || this.stopAt < branch.action.to) break;
        const type = node.keyword === 'range' ? this.#range(branch) : this.#whole(branch.pipeline);
        this.#scope.nest(() => {
          if (branch.pipeline && node.keyword !== 'if') this.#scope.dot = type;
          this.#body(branch);
        });
      }
      if (this.stopAt < node.span.to) this.#stop();
    });
  }

  /** Declares the loop's variables and gives what dot is in its body. */
  #range({ pipeline }: Branch): TemplateType {
    if (!pipeline) return 'any';
    const over = this.#value(pipeline);
    this.visitor.range?.(pipeline, over);
    const { key, element } = elementTypes(over) ?? { key: 'any', element: 'any' };
    this.#bind(pipeline, pipeline.declarations.length > 1 ? [key, element] : [element]);
    return element;
  }

  #body({ body, bodySpan }: Pick<Branch, 'body' | 'bodySpan'>): void {
    if (this.#depth >= MAX_DEPTH || this.#stopped) return;
    this.#depth++;
    this.#walk(body);
    this.#depth--;
    if (this.stopAt <= bodySpan.to) this.#stop();
  }

  /** A pipeline's value, which its variables take. */
  #whole(pipeline: PipelineNode | undefined): TemplateType {
    if (!pipeline) return 'any';
    const type = this.#value(pipeline);
    this.#bind(pipeline, [type]);
    return type;
  }

  #bind({ declarations, assigns }: PipelineNode, types: readonly TemplateType[]): void {
    declarations.forEach((name, i) => {
      const type = types[i] ?? 'any';
      if (!assigns) this.#declare(name.name, type);
      this.visitor.variable?.(name, this.#scope.type(name.name));
    });
  }

  #declare(name: string, type: TemplateType): void {
    this.#scope.declare(name, this.#assigned.has(name) ? 'any' : type);
  }

  #value(pipeline: PipelineNode): TemplateType {
    let piped: TemplateType | undefined;
    for (const [i, command] of pipeline.commands.entries()) {
      piped = this.#command(command, piped, pipeline.commands[i - 1]);
    }
    this.visitor.pipeline?.(pipeline, piped ?? 'any');
    return piped ?? 'any';
  }

  #command(command: CommandNode, piped: TemplateType | undefined, before?: CommandNode): TemplateType {
    const [first, ...operands] = command.operands;
    if (first.kind === 'identifier') return this.#call(first, operands, piped, before);
    const type = this.#operand(first);
    const types = operands.map((operand) => this.#operand(operand));
    if (types.length > 0 || piped !== undefined || first.kind === 'nil')
      this.visitor.misapplied?.(first, command);
    return type;
  }

  #call(
    node: IdentifierNode,
    operands: readonly Operand[],
    piped?: TemplateType,
    before?: CommandNode,
  ): TemplateType {
    const types = operands.map((operand) => this.#operand(operand));
    if (piped !== undefined) types.push(piped);
    const info = this.result.dialect.functions.get(node.name);
    if (!info) return 'any';
    this.visitor.call?.({ info, node, operands, types, before });
    return resultType(info, types);
  }

  #operand(operand: Operand): TemplateType {
    switch (operand.kind) {
      case 'dot':
        return this.#scope.dot;
      case 'nil':
      case 'bool':
      case 'string':
        return operand.kind;
      case 'number':
        return operand.type;
      case 'field':
        return this.#fields(this.#scope.dot, operand.fields);
      case 'variable':
        return this.#variable(operand);
      case 'identifier':
        return this.#call(operand, []);
      case 'chain':
        return this.#fields(this.#operand(operand.base), operand.fields);
      case 'pipeline':
        return this.#nested(operand);
    }
  }

  #nested(pipeline: PipelineNode): TemplateType {
    if (this.#depth >= MAX_DEPTH) return 'any';
    this.#depth++;
    const type = this.#whole(pipeline);
    this.#depth--;
    return type;
  }

  #variable({ name, span, fields }: VariableNode): TemplateType {
    const type = this.#scope.type(name);
    this.visitor.variable?.({ name, span: { from: span.from, to: span.from + name.length } }, type);
    return this.#fields(type ?? 'any', fields);
  }

  #fields(receiver: TemplateType, fields: readonly Name[]): TemplateType {
    let type = receiver;
    for (const field of fields) {
      const next = fieldType(type, field.name);
      this.visitor.field?.(field, type, next);
      type = next ?? 'any';
    }
    return type;
  }
}

/** Dot and the variables, which end with the block that they are in. */
class TypeScope {
  #variables: Map<string, TemplateType>;
  readonly #shadowed: { readonly name: string; readonly before: TemplateType | undefined }[] = [];

  constructor(public dot: TemplateType) {
    this.#variables = new Map([['$', dot]]);
  }

  type(name: string): TemplateType | undefined {
    return this.#variables.get(name);
  }

  declare(name: string, type: TemplateType): void {
    this.#shadowed.push({ name, before: this.#variables.get(name) });
    this.#variables.set(name, type);
  }

  snapshot(): TemplateScope {
    return { dot: this.dot, variables: new Map(this.#variables) };
  }

  /** Forgets afterwards what `inside` declares and what it makes of dot. */
  nest(inside: () => void): void {
    const { dot } = this;
    const mark = this.#shadowed.length;
    inside();
    for (const { name, before } of this.#shadowed.splice(mark).reverse()) {
      if (before === undefined) this.#variables.delete(name);
      else this.#variables.set(name, before);
    }
    this.dot = dot;
  }

  /** The body of a `define` or `block`, which may be given anything and sees no variables of the text around. */
  enterTemplate(inside: () => void): void {
    const variables = this.#variables;
    this.#variables = new Map([['$', 'any']]);
    this.nest(() => {
      this.dot = 'any';
      inside();
    });
    this.#variables = variables;
  }
}

/** The names before `=`. */
function assignedVariables({ text, tokens }: TemplateResult): ReadonlySet<string> {
  const names = new Set<string>();
  let variable: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'assign' && variable) names.add(text.slice(variable.from, variable.to));
    if (token.type === 'variable') variable = token;
    else if (token.type !== 'space') variable = undefined;
  }
  return names;
}

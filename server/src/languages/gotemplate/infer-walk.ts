import type {
  ActionNode,
  Branch,
  CommandNode,
  ControlNode,
  DefinitionNode,
  IdentifierNode,
  Name,
  Operand,
  PipelineNode,
  StringNode,
  TemplateCallNode,
  TemplateNode,
  TemplateResult,
  VariableNode,
} from './ast';
import type { TemplateFunction } from './function-info';
import { elementTypes, fieldType, membersOf } from './members';
import { resultType } from './result-type';
import { assignedVariables, TypeScope, type TemplateScope } from './type-scope';
import type { Member, TemplateType } from './types';

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

/** A call of a template, by `template` or `block`. */
export interface TemplateUse {
  readonly name: StringNode;
  /** What becomes its dot. */
  readonly input: TemplateType;
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
  template?(call: TemplateUse): void;
  /** A method that is called, with the types of what it is given. */
  method?(name: Name, member: Member, types: readonly TemplateType[]): void;
}

/** Deeper nesting than people write is not looked at: it would cost stack. */
const MAX_DEPTH = 200;

/**
 * Goes through a template as it is executed, with the types of its values, after text/template/exec.go. `inputs` are
 * the dots of its definitions, as far as they are known.
 */
export class Inference {
  readonly #scope: TypeScope;
  /** Variables that are assigned to somewhere can hold anything. */
  readonly #assigned: ReadonlySet<string>;
  #depth = 0;
  #stopped: TemplateScope | undefined;

  constructor(
    readonly result: TemplateResult,
    readonly visitor: TypeVisitor,
    readonly stopAt: number,
    readonly inputs: ReadonlyMap<DefinitionNode, TemplateType>,
  ) {
    const { data, variables } = result.dialect;
    this.#assigned = assignedVariables(result);
    this.#scope = new TypeScope(data);
    for (const [name, { type }] of variables) this.#declare(name, type);
  }

  run(): void {
    this.#walk(this.result.nodes);
  }

  /** What can be used at `stopAt`, after `run`. */
  scope(): TemplateScope {
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
        this.#definition(node);
        return;
      case 'action':
      case 'template':
        if (this.stopAt < node.span.to) return;
        this.#action(node);
        return;
      case 'text':
      case 'comment':
      case 'loop-exit':
        return;
    }
  }

  #action(node: ActionNode | TemplateCallNode): void {
    const type = this.#whole(node.pipeline);
    if (node.kind === 'template' && node.name) {
      this.visitor.template?.({ name: node.name, input: node.pipeline ? type : 'nil' });
    }
  }

  #definition(node: DefinitionNode): void {
    const input = this.#whole(node.pipeline);
    if (node.keyword === 'block' && node.name) {
      this.visitor.template?.({ name: node.name, input });
    }
    this.#scope.enterTemplate(this.inputs.get(node) ?? 'any', () => {
      this.#body(node);
    });
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
    const types = operands.map((operand) => this.#operand(operand));
    const type = this.#operand(first, piped === undefined ? types : [...types, piped]);
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

  /** `given` is what follows it in its command, for a method that it may end with. */
  #operand(operand: Operand, given: readonly TemplateType[] = []): TemplateType {
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
        return this.#fields(this.#scope.dot, operand.fields, given);
      case 'variable':
        return this.#variable(operand, given);
      case 'identifier':
        return this.#call(operand, []);
      case 'chain':
        return this.#fields(this.#operand(operand.base), operand.fields, given);
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

  #variable({ name, span, fields }: VariableNode, given: readonly TemplateType[]): TemplateType {
    const type = this.#scope.type(name);
    this.visitor.variable?.({ name, span: { from: span.from, to: span.from + name.length } }, type);
    return this.#fields(type ?? 'any', fields, given);
  }

  #fields(receiver: TemplateType, fields: readonly Name[], given: readonly TemplateType[]): TemplateType {
    let type = receiver;
    for (const field of fields) {
      const next = fieldType(type, field.name);
      this.visitor.field?.(field, type, next);
      const member = membersOf(type)?.get(field.name);
      if (member?.parameters) this.visitor.method?.(field, member, field === fields.at(-1) ? given : []);
      type = next ?? 'any';
    }
    return type;
  }
}

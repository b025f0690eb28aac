import type { Span } from '../../../text/span';
import type {
  ChainNode,
  CommandNode,
  FieldNode,
  IdentifierNode,
  Name,
  Operand,
  PipelineNode,
  VariableNode,
} from '../ast';
import type { TemplateDialect } from '../dialect';
import { alertmanagerFunctionTable } from './alertmanager-functions';
import { constant, integerConstant } from './constants';
import { goFunctionTable } from './go-functions';
import { measure, type Limits } from './limits';
import { methodOf } from './methods';
import { checkCount, checkType, parameterAt, type GoFunction, type ParameterKind } from './signature';
import { fail, goType, int, isTrue, NONE, string, bool, zeroOf, type GoValue } from './values';

interface Variable {
  readonly name: string;
  value: GoValue;
}

/** What a command is given beside its first operand. */
interface Given {
  readonly operands: readonly Operand[];
  /** What is piped in. */
  readonly final: GoValue | undefined;
}

const NOTHING: Given = { operands: [], final: undefined };

/** Evaluates pipelines: the half of text/template/exec.go that deals with values. */
export class Evaluator {
  /** Where it is; what failed. */
  at: Span = { from: 0, to: 0 };
  /** The text of the template that is executed. */
  text = '';
  #variables: Variable[] = [];
  #steps = 0;
  #depth = 0;

  constructor(
    readonly context: { readonly dialect: TemplateDialect; readonly limits: Limits; readonly now: bigint },
  ) {}

  /** Begins a template with its own variables; `leave` takes what it gives. */
  enter(text: string, dot: GoValue): { text: string; variables: Variable[] } {
    const outer = { text: this.text, variables: this.#variables };
    this.text = text;
    this.#variables = [{ name: '$', value: dot }];
    return outer;
  }

  leave({ text, variables }: { text: string; variables: Variable[] }): void {
    this.text = text;
    this.#variables = variables;
  }

  mark(): number {
    return this.#variables.length;
  }

  reset(mark: number): void {
    this.#variables.length = mark;
  }

  /** Counts a step at `span`. */
  visit(span: Span): void {
    this.at = span;
    if (++this.#steps > this.context.limits.steps) fail('this takes too many steps for a preview');
  }

  /** A pipeline's value, which its variables take. */
  pipeline(pipeline: PipelineNode, dot: GoValue): GoValue {
    const value = this.operandOf(pipeline, dot);
    for (const name of pipeline.declarations) this.bind(name, value, pipeline.assigns);
    return value;
  }

  bind({ name, span }: Name, value: GoValue, assigns: boolean): void {
    const variable = assigns ? this.#variables.findLast((one) => one.name === name) : undefined;
    if (variable) variable.value = value;
    else if (!assigns) this.#variables.push({ name, value });
    else {
      this.at = span;
      fail(`undefined variable: ${name}`);
    }
  }

  /** A pipeline's value, without its variables. */
  operandOf({ commands, span }: PipelineNode, dot: GoValue): GoValue {
    if (++this.#depth > this.context.limits.depth) fail('parentheses are nested too deep for a preview');
    this.visit(span);
    let value: GoValue | undefined;
    for (const command of commands) value = this.#command(command, dot, value);
    this.#depth--;
    return value ?? NONE;
  }

  #command({ operands, span }: CommandNode, dot: GoValue, final: GoValue | undefined): GoValue {
    this.visit(span);
    const [first, ...rest] = operands;
    const given = { operands: rest, final };
    switch (first.kind) {
      case 'field':
        return this.#fieldNode(first, dot, given);
      case 'chain':
        return this.#chain(first, dot, given);
      case 'identifier':
        return this.#function(first, dot, given);
      case 'variable':
        return this.#variable(first, dot, given);
      default:
        this.at = first.span;
        if (rest.length > 0 || final) fail(`can't give argument to non-function ${this.#source(first.span)}`);
        if (first.kind === 'nil') fail('nil is not a command');
        return this.#operand(first, dot);
    }
  }

  #source({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  /** An operand's own value, as far as no parameter's type decides about it. */
  #operand(operand: Operand, dot: GoValue): GoValue {
    this.visit(operand.span);
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return NONE;
      case 'bool':
        return bool(this.#source(operand.span) === 'true');
      case 'string':
        return string(operand.value);
      case 'number':
        return constant(this.#source(operand.span), operand.type);
      case 'field':
        return this.#fieldNode(operand, dot, NOTHING);
      case 'variable':
        return this.#variable(operand, dot, NOTHING);
      case 'identifier':
        return this.#function(operand, dot, NOTHING);
      case 'chain':
        return this.#chain(operand, dot, NOTHING);
      case 'pipeline':
        return this.pipeline(operand, dot);
    }
  }

  #fieldNode({ fields, span }: FieldNode, dot: GoValue, given: Given): GoValue {
    return this.#fields(dot, fields, span, dot, given);
  }

  #variable({ name, fields, span }: VariableNode, dot: GoValue, given: Given): GoValue {
    const value = this.#variables.findLast((one) => one.name === name)?.value;
    if (!value) return fail(`undefined variable: ${name}`);
    if (fields.length > 0) return this.#fields(value, fields, span, dot, given);
    this.at = span;
    if (given.operands.length > 0 || given.final)
      fail(`can't give argument to non-function ${this.#source(span)}`);
    return value;
  }

  #chain({ base, fields, span }: ChainNode, dot: GoValue, given: Given): GoValue {
    const value = this.#operand(base, dot);
    return this.#fields(value, fields, span, dot, given);
  }

  /** Arguments belong to the last field. */
  #fields(receiver: GoValue, fields: readonly Name[], span: Span, dot: GoValue, given: Given): GoValue {
    let value = receiver;
    fields.forEach(({ name }, i) => {
      this.at = span;
      if (i > 0 && value.kind === 'none') fail(`nil pointer evaluating interface {}.${name}`);
      value = this.#field(value, name, dot, i === fields.length - 1 ? given : NOTHING);
    });
    return value;
  }

  #field(receiver: GoValue, name: string, dot: GoValue, given: Given): GoValue {
    if (receiver.kind === 'none') return NONE;
    const method = methodOf(receiver, name, this.context.dialect.version);
    if (method) return this.#call(name, method, dot, given);
    const hasArguments = given.operands.length > 0 || given.final !== undefined;
    if (receiver.kind === 'struct') {
      const value = receiver.fields.get(name);
      if (value && hasArguments) fail(`${name} has arguments but cannot be invoked as function`);
      if (value) return value;
    } else if (receiver.kind === 'map') {
      if (hasArguments) fail(`${name} is not a method but has arguments`);
      return receiver.entries.get(name) ?? zeroOf(receiver);
    }
    return fail(`can't evaluate field ${name} in type ${goType(receiver)}`);
  }

  #function({ name, span }: IdentifierNode, dot: GoValue, given: Given): GoValue {
    this.at = span;
    if (name === 'and' || name === 'or') return this.#logic(name, dot, given);
    const known = this.context.dialect.functions.has(name)
      ? (goFunctionTable.get(name) ?? alertmanagerFunctionTable.get(name))
      : undefined;
    return known
      ? this.#call(name, known, dot, given)
      : fail(`${JSON.stringify(name)} is not a defined function`);
  }

  /** Stops at the first value that decides. */
  #logic(name: 'and' | 'or', dot: GoValue, { operands, final }: Given): GoValue {
    if (operands.length === 0 && !final) fail(`wrong number of args for ${name}: want at least 1 got 0`);
    let value: GoValue = NONE;
    for (const operand of operands) {
      value = this.#operand(operand, dot);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return final ?? value;
  }

  #call(name: string, info: GoFunction, dot: GoValue, { operands, final }: Given): GoValue {
    const { at } = this;
    checkCount(name, info, operands.length + (final ? 1 : 0));
    const values = operands.map((operand, i) => this.#argument(operand, dot, parameterAt(info, i)));
    this.at = at;
    if (final) values.push(checkType(final, parameterAt(info, operands.length)));
    const result = this.#guarded(name, () => info.call(values, this.context));
    const { size, depth } = measure(result);
    if (size > this.context.limits.output) fail(`the result of ${name} is too long for a preview`);
    if (depth > this.context.limits.depth) fail(`the result of ${name} is nested too deep for a preview`);
    return result;
  }

  #guarded(name: string, call: () => GoValue): GoValue {
    try {
      return call();
    } catch (error) {
      return fail(`error calling ${name}: ${error instanceof Error ? error.message : 'it failed'}`);
    }
  }

  /** An operand as a parameter takes it: the parameter's type decides about constants (exec.go `evalArg`). */
  #argument(operand: Operand, dot: GoValue, kind: ParameterKind): GoValue {
    if (kind === 'value') return this.#operand(operand, dot);
    this.visit(operand.span);
    const source = this.#source(operand.span);
    switch (operand.kind) {
      case 'nil':
        if (kind === 'strings' || kind === 'list') return checkType(NONE, kind);
        return fail(`cannot assign nil to ${kind}`);
      case 'string':
        return kind === 'string' ? string(operand.value) : fail(`expected ${kind}; found ${source}`);
      case 'bool':
        return fail(`expected ${kind}; found ${source}`);
      case 'number': {
        const whole =
          kind === 'int' || kind === 'duration' ? integerConstant(source, operand.type) : undefined;
        if (whole === undefined)
          return fail(`expected ${kind === 'int' ? 'integer' : kind}; found ${source}`);
        return int(whole, kind === 'duration' ? 'time.Duration' : 'int');
      }
      default: {
        const value = this.#operand(operand, dot);
        this.at = operand.span;
        return checkType(value, kind);
      }
    }
  }
}

import type { Span } from '../../../text/span';
import type { ActionNode, ControlNode, Name, PipelineNode, StringNode, TemplateNode } from '../ast';
import type { TemplateDialect } from '../dialect';
import { Evaluator } from './evaluate';
import type { Executable } from './executable';
import type { Limits } from './limits';
import { plainText } from './print';
import { ExecError, fail, goType, int, isTrue, NONE, sortedEntries, string, type GoValue } from './values';

/** Why an execution failed: Go's words, and the place. */
export interface Failure {
  readonly message: string;
  /** The template in which it failed. */
  readonly template: string;
  /** The text that `span` is of; `undefined` for the one that was to be rendered. */
  readonly source: string | undefined;
  readonly span: Span;
}

export interface Execution {
  readonly dialect: TemplateDialect;
  readonly limits: Limits;
  /** Nanoseconds since 1970. */
  readonly now: bigint;
}

/** How a list of nodes ended: at its end, or by `break` or `continue`. */
type Outcome = 'done' | 'break' | 'continue';

/** The Go whose `range` goes over numbers first. */
const RANGE_OVER_INT = 24;

/** Executes a template as text/template/exec.go does, with the option `missingkey=zero`. */
export function execute(main: Executable, data: GoValue, execution: Execution): { output: string } | Failure {
  const executor = new Executor(execution);
  try {
    executor.run(main, data);
    return { output: executor.output() };
  } catch (error) {
    if (error instanceof ExecError) return executor.failure(error.message);
    throw error;
  }
}

class Executor {
  readonly #evaluator: Evaluator;
  readonly #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #template: Executable | undefined;

  constructor(readonly execution: Execution) {
    this.#evaluator = new Evaluator(execution);
  }

  output(): string {
    return this.#parts.join('');
  }

  failure(reason: string): Failure {
    const span = this.#evaluator.at;
    const { name = '', source, text = '' } = this.#template ?? {};
    const shown = text.slice(span.from, span.to);
    const short = shown.length > 20 ? `${shown.slice(0, 20)}...` : shown;
    const message = `executing ${JSON.stringify(name)} at <${short}>: ${reason}`;
    return { message, template: name, source, span };
  }

  run(template: Executable, dot: GoValue): void {
    const before = this.#template;
    const variables = this.#evaluator.enter(template.text, dot);
    this.#template = template;
    this.#walk(template.nodes, dot);
    this.#template = before;
    this.#evaluator.leave(variables);
  }

  #write(text: string): void {
    this.#length += text.length;
    if (this.#length > this.execution.limits.output) fail('the result is too long for a preview');
    this.#parts.push(text);
  }

  #walk(nodes: readonly TemplateNode[], dot: GoValue): Outcome {
    if (++this.#depth > this.execution.limits.depth)
      fail('templates and blocks are nested too deep for a preview');
    let outcome: Outcome = 'done';
    for (const node of nodes) {
      outcome = this.#node(node, dot);
      if (outcome !== 'done') break;
    }
    this.#depth--;
    return outcome;
  }

  #node(node: TemplateNode, dot: GoValue): Outcome {
    this.#evaluator.visit(node.span);
    switch (node.kind) {
      case 'text':
        this.#write(this.#template?.textOf(node) ?? '');
        return 'done';
      case 'comment':
        return 'done';
      case 'action':
        this.#action(node, dot);
        return 'done';
      case 'control':
        return node.keyword === 'range' ? this.#range(node, dot) : this.#choose(node, dot);
      case 'definition':
        if (node.keyword === 'block' && node.name) this.#call(node.span, node.name, node.pipeline, dot);
        return 'done';
      case 'template':
        if (node.name) this.#call(node.span, node.name, node.pipeline, dot);
        return 'done';
      case 'loop-exit':
        return this.#evaluator.text.slice(node.span.from, node.span.to).includes('break')
          ? 'break'
          : 'continue';
    }
  }

  #action(node: ActionNode, dot: GoValue): void {
    if (!node.pipeline) return;
    const value = this.#evaluator.pipeline(node.pipeline, dot);
    if (node.pipeline.declarations.length === 0) this.#write(this.#template?.shown(node, value) ?? '');
  }

  #call(span: Span, name: StringNode, pipeline: PipelineNode | undefined, dot: GoValue): void {
    const callee = this.#template?.callee(name);
    if (!callee) {
      this.#evaluator.visit(span);
      fail(`template ${JSON.stringify(name.value)} not defined`);
    }
    const input = pipeline ? this.#evaluator.pipeline(pipeline, dot) : NONE;
    this.run(callee, input);
  }

  /** `if` and `with`. */
  #choose({ keyword, branches }: ControlNode, dot: GoValue): Outcome {
    const mark = this.#evaluator.mark();
    let outcome: Outcome = 'done';
    for (const { pipeline, body } of branches) {
      const value = pipeline ? this.#evaluator.pipeline(pipeline, dot) : undefined;
      if (value && !isTrue(value)) continue;
      outcome = this.#walk(body, keyword === 'with' && value ? value : dot);
      break;
    }
    this.#evaluator.reset(mark);
    return outcome;
  }

  #range({ branches: [first, other] }: ControlNode, dot: GoValue): Outcome {
    if (!first?.pipeline) return 'done';
    const { pipeline } = first;
    const mark = this.#evaluator.mark();
    const over = this.#evaluator.operandOf(pipeline, dot);
    const inside = this.#evaluator.mark();
    let isEmpty = true;
    for (const [key, element] of this.#elements(over, pipeline)) {
      this.#evaluator.visit(pipeline.span);
      isEmpty = false;
      this.#bind(pipeline, key, element);
      const outcome = this.#walk(first.body, element);
      this.#evaluator.reset(inside);
      if (outcome === 'break') break;
    }
    const outcome = isEmpty && other ? this.#walk(other.body, dot) : 'done';
    this.#evaluator.reset(mark);
    return outcome;
  }

  #bind({ declarations, assigns }: PipelineNode, key: GoValue, element: GoValue): void {
    const values = declarations.length > 1 ? [key, element] : [element];
    declarations.forEach((name: Name, i) => {
      this.#evaluator.bind(name, values[i] ?? NONE, assigns);
    });
  }

  *#elements(over: GoValue, { declarations, span }: PipelineNode): Generator<[GoValue, GoValue]> {
    if (over.kind === 'none') return;
    if (over.kind === 'list') {
      for (const [i, item] of over.items.entries()) yield [int(i), item];
      return;
    }
    if (over.kind === 'map') {
      for (const [key, item] of sortedEntries(over)) yield [string(key), item];
      return;
    }
    if (over.kind === 'int' && this.execution.dialect.go >= RANGE_OVER_INT) {
      if (declarations.length > 1)
        fail(`can't use ${plainText(over)} to iterate over more than one variable`);
      for (let i = 0n; i < over.value; i++) yield [NONE, { ...over, value: i }];
      return;
    }
    this.#evaluator.visit(span);
    fail(`range can't iterate over ${over.kind === 'struct' ? goType(over) : plainText(over)}`);
  }
}

import { AGGREGATIONS } from './aggregations';
import type { CallExpr, Expr, PromqlFault, UnaryExpr, ValueType } from './ast';
import { checkBinary } from './check-binary';
import { knownFunction } from './check-names';
import { checkSelector } from './check-selector';
import type { Dialect } from './dialect';
import type { FunctionInfo } from './function-info';
import { typeOf } from './tree';

/** Takes a fault of types. */
export type Report = (fault: PromqlFault) => void;

/** How far the walk has come in one node: `types` has those of the parts that are done. */
interface Step {
  readonly node: Expr;
  /** In the order in which upstream checks them. */
  readonly parts: readonly Expr[];
  readonly types: ValueType[];
}

/**
 * Types, numbers of arguments, matching and selectors: `checkAST` in promql/parser/parse.go. Faults are in upstream's
 * order. Of what is `damaged` by faults of syntax no type is known. Works without recursion.
 */
export function checkTypes(
  text: string,
  root: Expr,
  damaged: ReadonlySet<Expr>,
  dialect: Dialect,
): PromqlFault[] {
  const faults: PromqlFault[] = [];
  const checker = new TypeChecker(text, damaged, dialect, (fault) => faults.push(fault));
  const steps: Step[] = [];
  let type: ValueType | undefined = checker.enter(root, steps);
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    if (type !== undefined) {
      const part = step.parts[step.types.length];
      if (part) checker.afterPart(step.node, part, step.types.length, type);
      step.types.push(type);
    }
    const next = step.parts[step.types.length];
    type = next ? checker.enter(next, steps) : checker.after(step.node, step.types);
    if (!next) steps.pop();
  }
  return faults;
}

const NONE: readonly Expr[] = [];
const NO_TYPES: readonly ValueType[] = [];

function partsOf(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'aggregate':
      return node.args.length > 1 ? node.args.toReversed() : node.args;
    case 'call':
      return node.args;
    case 'binary':
      return [node.lhs, node.rhs];
    case 'paren':
    case 'unary':
    case 'subquery':
      return [node.expr];
    case 'matrix':
      return [node.selector];
    case 'hole':
      return node.parts ?? NONE;
    default:
      return NONE;
  }
}

class TypeChecker {
  /** Second arguments of `info`, which may match everything. */
  readonly #infoSelectors = new Set<Expr>();

  constructor(
    readonly text: string,
    readonly damaged: ReadonlySet<Expr>,
    readonly dialect: Dialect,
    readonly report: Report,
  ) {}

  /** The type of a node without parts; of others the walk has to find out. */
  enter(node: Expr, steps: Step[]): ValueType | undefined {
    this.#before(node);
    const parts = partsOf(node);
    if (parts.length === 0) return this.after(node, NO_TYPES);
    steps.push({ node, parts, types: [] });
    return undefined;
  }

  #before(node: Expr): void {
    if (node.kind !== 'call' || this.damaged.has(node)) return;
    const info = knownFunction(node.func.text, this.dialect);
    if (!info) return;
    checkArgumentCount(node, info, this.report);
    if (info.name === 'info') this.#infoArgument(node);
  }

  /** After the `index`th part of `node` in the order of `partsOf`. */
  afterPart(node: Expr, part: Expr, index: number, type: ValueType): void {
    if (type === 'unknown' || this.damaged.has(node)) return;
    if (node.kind === 'aggregate') {
      const parameter = index === 0 ? undefined : AGGREGATIONS.get(node.op.text.toLowerCase())?.parameter;
      if (index === 0) this.#expect('vector', 'aggregation expression', part, type);
      else if (parameter) this.#expect(parameter.type, 'aggregation parameter', part, type);
    } else if (node.kind === 'call') {
      const info = knownFunction(node.func.text, this.dialect);
      const wanted = info && parameterAt(info, index);
      if (wanted) this.#expect(wanted, `call to function "${node.func.text}"`, part, type);
    }
  }

  /** After all parts of `node`, whose types are given: its own type. */
  after(node: Expr, types: readonly ValueType[]): ValueType {
    if (this.damaged.has(node)) return 'unknown';
    const [first = 'unknown', second = 'unknown'] = types;
    switch (node.kind) {
      case 'aggregate':
        return 'vector';
      case 'binary':
        return checkBinary(this.text, node, first, second, this.report);
      case 'call':
        return knownFunction(node.func.text, this.dialect)?.returns ?? 'unknown';
      case 'duration':
      case 'number':
        return 'scalar';
      case 'hole':
      case 'missing':
        return 'unknown';
      case 'matrix':
        return 'matrix';
      case 'paren':
        return first;
      case 'selector':
        if (!this.#infoSelectors.has(node)) checkSelector(node, this.report);
        return 'vector';
      case 'string':
        return 'string';
      case 'subquery':
        if (first !== 'vector' && first !== 'unknown') {
          const hint = first === 'matrix' ? ': it has a range already' : '';
          const message = `subquery is only allowed on instant vector, got ${first} instead${hint}`;
          this.report({ code: 'promql/operand-type', span: node.span, message });
        }
        return 'matrix';
      case 'unary':
        return this.#unary(node, first);
    }
  }

  #unary({ span }: UnaryExpr, type: ValueType): ValueType {
    if (type === 'scalar' || type === 'vector' || type === 'unknown') return type;
    const only = 'unary expression only allowed on expressions of type scalar or instant vector';
    this.report({ code: 'promql/operand-type', span, message: `${only}, got ${inWords(type)}` });
    return 'unknown';
  }

  #expect(wanted: ValueType, where: string, part: Expr, type: ValueType): void {
    if (type === wanted || this.#infoSelectors.has(part)) return;
    const message = `expected type ${inWords(wanted)} in ${where}, got ${inWords(type)}`;
    const { hint, fixes } = remedy(wanted, type, part);
    this.report({ code: 'promql/argument-type', span: part.span, message: message + hint, fixes });
  }

  /** The second argument of `info` is no vector but matchers of labels. */
  #infoArgument({ args, span }: CallExpr): void {
    const [, selector] = args;
    if (!selector || selector.kind === 'hole' || selector.kind === 'missing') return;
    this.#infoSelectors.add(selector);
    const code = 'promql/argument-type';
    const message = 'expected label selectors only';
    const type = typeOf(selector);
    if (type !== 'vector' && type !== 'unknown') {
      const wanted = `expected type instant vector in call to function "info", got ${inWords(type)}`;
      this.report({ code, span, message: wanted });
    } else if (selector.kind !== 'selector') {
      this.report({ code, span: selector.span, message: `${message}, such as {k8s_cluster_name=~".+"}` });
    } else if (selector.name && !selector.name.quoted) {
      const instead = 'write {__name__="…"} for the name of an info metric';
      this.report({
        code,
        span: selector.span,
        message: `${message}, got vector selector instead: ${instead}`,
      });
    }
  }
}

function parameterAt({ parameters, variadic }: FunctionInfo, index: number): ValueType | undefined {
  if (variadic === 0) return parameters[index]?.type;
  return parameters[Math.min(index, parameters.length - 1)]?.type;
}

function checkArgumentCount({ args, span }: CallExpr, info: FunctionInfo, report: Report): void {
  // A placeholder may be several arguments or none.
  if (args.some(({ kind }) => kind === 'hole')) return;
  const { name, parameters, variadic } = info;
  const least = variadic === 0 ? parameters.length : parameters.length - 1;
  const most = variadic < 0 ? Infinity : least + variadic;
  if (args.length >= least && args.length <= most) return;
  const bound = variadic === 0 ? '' : args.length < least ? 'at least ' : 'at most ';
  const wanted = args.length < least ? least : most;
  const signature = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
  const message = `expected ${bound}${wanted} argument(s) in call to "${name}", got ${args.length}: it is ${signature}`;
  report({ code: 'promql/argument-count', span, message });
}

type Remedy = Pick<PromqlFault, 'fixes'> & { readonly hint: string };

function remedy(wanted: ValueType, type: ValueType, part: Expr): Remedy {
  if (wanted === 'matrix' && part.kind === 'selector') {
    const at = part.braces?.to ?? part.name?.span.to ?? part.span.to;
    const edits = [{ span: { from: at, to: at }, newText: '[5m]' }];
    return {
      hint: ': add a range such as [5m]',
      fixes: [{ title: 'Add the range [5m]', edits, preferred: true }],
    };
  }
  if (wanted === 'matrix' && type === 'vector') return { hint: ': make it a subquery such as (…)[1h:]' };
  if (wanted === 'vector' && type === 'matrix')
    return { hint: ': apply a function such as rate to it first' };
  if (wanted === 'vector' && type === 'scalar')
    return { hint: ': vector(…) makes an instant vector of a number' };
  if (wanted === 'scalar' && type === 'vector')
    return { hint: ': scalar(…) makes a number of a single series' };
  return { hint: '' };
}

/** A type as Prometheus' documentation calls it. */
function inWords(type: ValueType): string {
  if (type === 'vector') return 'instant vector';
  return type === 'matrix' ? 'range vector' : type;
}

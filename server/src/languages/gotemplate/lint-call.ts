import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';
import type { TemplateCode } from './codes';
import type { FunctionCall } from './infer-walk';
import { argumentProblem, comparisonProblem } from './lint-arguments';
import { formatProblem } from './lint-printf';

export type CallProblem = Pick<Finding, 'message' | 'span' | 'fixes'> & { readonly code: TemplateCode };

/** The first thing that certainly goes wrong when a function is called as it is. */
export function callProblem(call: FunctionCall, text: string): CallProblem | undefined {
  return countProblem(call) ?? printfProblem(call) ?? comparison(call, text) ?? argument(call);
}

function countProblem({ info, node, types, before }: FunctionCall): CallProblem | undefined {
  const { name, variadic, parameters } = info;
  const least = parameters.length - (variadic ? 1 : 0);
  // `slice` has three positions at most, though its type has no limit.
  const most = !variadic ? least : name === 'slice' ? 4 : Infinity;
  if (types.length >= least && types.length <= most) return undefined;
  const message = countMessage(name, least, types.length, variadic);
  return {
    code: 'template/argument-count',
    message: before ? `${message}, with the one before |` : message,
    span: node.span,
  };
}

/** That `name` is given `given` arguments instead of the `least` (or more) that it takes. */
export function countMessage(name: string, least: number, given: number, orMore = false): string {
  return `${name} takes ${least || 'no'}${orMore ? ' or more' : ''} argument${least === 1 ? '' : 's'}, not ${given}`;
}

function printfProblem({ info, operands, types }: FunctionCall): CallProblem | undefined {
  const [format] = operands;
  if (info.name !== 'printf' || format?.kind !== 'string') return undefined;
  const message = formatProblem(format.value, types.slice(1));
  return message === undefined ? undefined : { code: 'template/printf', message, span: format.span };
}

/** A whole number beside a float is mended by writing it as a float. */
function comparison({ info, node, operands, types }: FunctionCall, text: string): CallProblem | undefined {
  const problem = comparisonProblem(info.name, types);
  if (!problem) return undefined;
  const code = 'template/comparison';
  const { message, needsFloat } = problem;
  for (const { kind, span } of needsFloat ? operands : []) {
    const written = text.slice(span.from, span.to);
    if (kind !== 'number' || !/^[+-]?[0-9]+$/.test(written)) continue;
    const newText = `${written}.0`;
    const fixes = [{ title: `Write ${newText}`, edits: [{ span, newText }], preferred: true }];
    return { code, message: `${message}; write ${newText}`, span, fixes };
  }
  return { code, message, span: node.span };
}

function argument({ info, node, operands, types }: FunctionCall): CallProblem | undefined {
  const problem = argumentProblem(info, types);
  if (!problem) return undefined;
  const span: Span = operands[problem.index]?.span ?? node.span;
  return { code: 'template/argument-type', message: problem.message, span };
}

import type { SignatureAnswer } from '../../text/answers';
import { AGGREGATIONS } from './aggregations';
import type { ParseResult } from './ast';
import { aggregationSignature, functionSignature, type Signature } from './docs';
import { FUNCTIONS } from './functions';
import { spotAt } from './place';
import type { Frame } from './place-frames';

/**
 * The function or aggregation in whose parentheses `offset` (UTF-16) is, with the parameter that is being written.
 * Of a parameter that repeats, it is always the same one.
 */
export function signaturePromql(result: ParseResult, offset: number): SignatureAnswer | undefined {
  const frame = spotAt(result, offset).frames.findLast(isCall);
  if (!frame) return undefined;
  const info = FUNCTIONS.get(frame.callee);
  const aggregation = AGGREGATIONS.get(frame.callee);
  if (info) return answer(functionSignature(info), info.summary, frame.argument);
  return aggregation && answer(aggregationSignature(aggregation), aggregation.summary, frame.argument);
}

type CallFrame = Extract<Frame, { kind: 'expression' }> & { readonly callee: string };

function isCall(frame: Frame): frame is CallFrame {
  return frame.kind === 'expression' && frame.callee !== undefined;
}

function answer({ label, parameters }: Signature, documentation: string, argument: number): SignatureAnswer {
  return {
    label,
    documentation,
    parameters: parameters.map((parameter) => ({
      label: parameter.label,
      documentation: parameter.info.doc,
    })),
    activeParameter: Math.max(0, Math.min(argument, parameters.length - 1)),
  };
}

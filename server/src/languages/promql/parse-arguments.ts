import { cover, type Span } from '../../text/span';
import type { AggregateExpr, CallExpr } from './ast';
import { checkAggregation, checkFunction } from './check-names';
import type { AggregateFrame, CallFrame } from './frames';
import { parseLabelList } from './parse-labels';
import type { Reader } from './reader';

/** At the parenthesis that closes the arguments: passes it and makes the call, or the aggregation, of `frame`. */
export function closeArguments(reader: Reader, frame: CallFrame | AggregateFrame): CallExpr | AggregateExpr {
  reader.next();
  const argList = { from: frame.from, to: reader.end };
  return frame.kind === 'call' ? call(reader, frame, argList) : aggregation(reader, frame, argList);
}

function call(reader: Reader, { func, args }: CallFrame, argList: Span): CallExpr {
  checkFunction(reader, func);
  return { kind: 'call', func, args, argList, span: cover(func.span, argList) };
}

function aggregation(reader: Reader, frame: AggregateFrame, argList: Span): AggregateExpr {
  const { op, args } = frame;
  const groupingLast = !frame.grouping && (reader.is('by') || reader.is('without'));
  const grouping = groupingLast ? parseLabelList(reader, reader.word()) : frame.grouping;
  const span = { from: op.span.from, to: reader.end };
  const node: AggregateExpr = { kind: 'aggregate', op, grouping, groupingLast, args, argList, span };
  checkAggregation(reader, node);
  return node;
}

import type { CodeCall, CodeEntry, CodeFile, CodeObject, CodeValue } from '../../../languages/code/tree';
import type { Span } from '../../../text/span';
import type { LabelDefinition, LabelWrite, WrittenLabel } from '../../metrics/definition';
import { entryOf, innerSpan, knownString } from '../values';

/** The metric that a call writes to, as far as it is known. */
export interface Target {
  readonly name?: string;
  readonly labels?: readonly LabelDefinition[] | undefined;
}

/** Longer expressions are not kept. */
const LONGEST_EXPRESSION = 80;

/** `.inc({ method: 'GET' }, 2)`: an object of labels first, or none. */
export function objectWrite(call: CodeCall, file: CodeFile, target: Target): LabelWrite | undefined {
  const [first] = call.args;
  if (first?.kind !== 'object') return undefined;
  // With exemplars: `{ labels, value, exemplarLabels }`.
  const inner = first.entries.length > 1 && hasValue(first) ? entryOf(first, 'labels')?.value : first;
  return inner?.kind === 'object' ? labelledBy(inner, call, file, target) : undefined;
}

function hasValue(object: CodeObject): boolean {
  return entryOf(object, 'value') !== undefined || entryOf(object, 'exemplarLabels') !== undefined;
}

/** `.labels('GET', '200')` or `.labels({ method: 'GET' })`. */
export function valuesWrite(call: CodeCall, file: CodeFile, target: Target): LabelWrite | undefined {
  const [first, ...others] = call.args;
  if (first?.kind === 'object') return labelledBy(first, call, file, target);
  // A single value that isn't known may be an object of labels.
  if (first && others.length === 0 && !isPrimitive(first) && target.labels?.length !== 1) return undefined;
  return positionalWrite(call, file, target);
}

/** `.labels('GET', '200')`, values only. */
export function positionalWrite(call: CodeCall, file: CodeFile, { name, labels }: Target): LabelWrite {
  const { args, open, span } = call;
  const own = labels?.filter(({ fixed }) => !fixed);
  const written = args.flatMap((value, index): WrittenLabel[] => {
    const label = own?.[index];
    return label ? [writtenLabel(label.name, value, file, span)] : [];
  });
  return {
    ...(name !== undefined && { metric: name }),
    labels: written,
    open,
    ...(!open && { valueCount: args.length }),
    span,
  };
}

/** `.labels(method='GET')`. */
export function keywordWrite(call: CodeCall, file: CodeFile, { name }: Target): LabelWrite {
  return {
    ...(name !== undefined && { metric: name }),
    labels: call.keywords.map((entry) => writtenEntry(entry, entry.nameSpan, file, call)),
    open: call.open,
    span: call.span,
  };
}

/**
 * The labels that an object of a call gives.
 * @param labelOf the label that a key becomes
 */
export function labelledBy(
  object: CodeObject,
  call: CodeCall,
  file: CodeFile,
  { name }: Target,
  labelOf = (key: string) => key,
): LabelWrite {
  const isHere = object.from === undefined;
  return {
    ...(name !== undefined && { metric: name }),
    labels: object.entries.map((entry) => {
      const written = writtenEntry(entry, isHere ? entry.nameSpan : call.calleeSpan, file, call);
      return { ...written, name: labelOf(entry.name) };
    }),
    open: object.open,
    span: call.span,
  };
}

function writtenEntry(entry: CodeEntry, nameSpan: Span, file: CodeFile, call: CodeCall): WrittenLabel {
  return { ...writtenLabel(entry.name, entry.value, file, call.span), nameSpan };
}

/** A label's value; it stands at `elsewhere` where it is written in another file. */
function writtenLabel(name: string, value: CodeValue, file: CodeFile, elsewhere: Span): WrittenLabel {
  const string = knownString(value);
  if (string)
    return { name, value: string.text, valueSpan: string.from === undefined ? innerSpan(string) : elsewhere };
  const { from, span } = value;
  if (from !== undefined) return { name, valueSpan: elsewhere };
  if (value.kind === 'number') return { name, value: String(value.value), valueSpan: span };
  const text = file.text.slice(span.from, span.to);
  if (value.kind === 'boolean') return { name, value: text, valueSpan: span };
  return { name, ...(text.length <= LONGEST_EXPRESSION && { expression: text }), valueSpan: span };
}

function isPrimitive({ kind }: CodeValue): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

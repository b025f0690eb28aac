import type { Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { StringNode, TemplateResult } from './ast';
import { inferTypes } from './infer';
import type { FunctionCall } from './infer-walk';
import { promqlRegion } from './nested';
import type { TemplateType } from './types';

export interface LabelReference {
  readonly label: string;
  /** The name itself, without a dot; with its quotes where it is a string. */
  readonly span: Span;
}

/**
 * The labels of the alert that a template uses: `$labels.x`, `.Labels.x`, `index $labels "x"`, and the same by
 * way of other variables. Labels of samples from `query` are not among them.
 */
export function labelReferences(result: TemplateResult): LabelReference[] {
  const references: LabelReference[] = [];
  inferTypes(result, {
    field({ name, span }, receiver) {
      if (isAlertLabels(receiver)) references.push({ label: name, span });
    },
    call({ info, operands, types: [collection] }) {
      const key = operands[1];
      if (info.name !== 'index' || !isAlertLabels(collection) || key?.kind !== 'string') return;
      references.push({ label: key.value, span: key.span });
    },
  });
  return references.sort((a, b) => a.span.from - b.span.from);
}

/** True for the map of the alert's labels. */
export function isAlertLabels(type: TemplateType | undefined): boolean {
  return typeof type === 'object' && type.kind === 'map' && type.role === 'alert labels';
}

/** PromQL in a template. */
export interface QueryCall {
  /** The string that holds it, with its quotes. */
  readonly span: Span;
  /** Of the template's text. */
  readonly region: Region;
}

/** Functions whose string is PromQL. */
const TAKE_PROMQL: ReadonlySet<string> = new Set(['query', 'graphLink', 'tableLink']);

/**
 * PromQL in strings of a template: what `query`, `graphLink` and `tableLink` are given, also as the format of a
 * `printf` (`printf "up{job='%s'}" $labels.job | query`), whose verbs are holes.
 */
export function queryCalls(result: TemplateResult): QueryCall[] {
  const calls: QueryCall[] = [];
  inferTypes(result, {
    call(call) {
      if (!TAKE_PROMQL.has(call.info.name)) return;
      const source = stringSource(call);
      const region = source && promqlRegion(result.text, source.literal, source.isFormat);
      if (region) calls.push({ span: source.literal.span, region });
    },
  });
  return calls.sort((a, b) => a.span.from - b.span.from);
}

/** The literal that a function's only argument is made of: itself, piped in, or as the format of a `printf`. */
function stringSource({
  operands,
  before,
}: FunctionCall): { literal: StringNode; isFormat: boolean } | undefined {
  const [argument] = operands;
  if (argument?.kind === 'string') return { literal: argument, isFormat: false };
  const command = argument?.kind === 'pipeline' ? argument.commands.at(-1) : before;
  const [first, format] = command?.operands ?? [];
  if (first?.kind === 'string') return { literal: first, isFormat: false };
  if (first?.kind !== 'identifier' || first.name !== 'printf' || format?.kind !== 'string') return undefined;
  return { literal: format, isFormat: true };
}

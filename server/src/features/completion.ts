import {
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { completePromql } from '../languages/promql/complete';
import { metricRefs } from '../languages/promql/occurrences';
import { resultLabels } from '../languages/promql/result-labels';
import { completeTemplate } from '../languages/gotemplate/complete';
import { completeMatchers } from '../languages/matchers/complete';
import { completeStructure } from '../formats/rules/complete';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import type { RuleSlice } from '../formats/rules/slice';
import type { Suggestion } from '../text/answers';
import type { TextEdit } from '../text/finding';
import type { LineIndex } from '../text/line-index';
import type { Refusal } from '../text/region';
import type { Span } from '../text/span';
import { alertKnowledge } from './alert-knowledge';
import { completeConfig } from './config-completion';
import { COMPLETION_KIND, toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment, type Here } from './fragment';
import { notificationContext } from './template-context';
import { encodeInsertion } from './insertion';
import { encodingWords } from './word-encoding';

/** A list, and what makes the documentation of its items when the editor asks for it. */
export interface Completion {
  readonly list: CompletionList;
  readonly suggestions: readonly Suggestion[];
}

/** What may be written at the place, by the innermost language. Items' `data` is their index in `suggestions`. */
export function completion(context: FeatureContext, position: Position): Completion {
  const { document } = context;
  const offset = offsetOf(context, position);
  const at = here(document, offset);
  const { suggestions, incomplete, encode } = suggest(context, at, offset);
  const rangeOf = sharedRanges(document.lines);
  const items = suggestions.flatMap((suggestion, index) => toItem(suggestion, index, encode, rangeOf) ?? []);
  return { list: { isIncomplete: incomplete, items }, suggestions };
}

/** The item with its documentation. */
export function resolveCompletion(item: CompletionItem, suggestions: readonly Suggestion[]): CompletionItem {
  const { documentation } = suggestions[Number(item.data)] ?? {};
  const value = typeof documentation === 'function' ? documentation() : documentation;
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

type Encode = (edits: readonly TextEdit[]) => TextEdit[] | Refusal;

interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly incomplete: boolean;
  readonly encode: Encode;
}

function suggest(context: FeatureContext, at: Here, offset: number): Suggested {
  const { slice, config, fragment } = at;
  if (fragment && !takesValues(at)) {
    return suggestInFragment(context, fragment, fragment.map.toFragment(offset));
  }
  if (config) {
    const suggestions = completeConfig(context, at);
    return { suggestions, incomplete: false, encode: adjusting(context, config, at.offset, offset) };
  }
  if (!slice) return { suggestions: [], incomplete: false, encode: (edits) => [...edits] };
  const suggestions = completeStructure(
    slice.text,
    at.offset,
    { version: context.dialect.version },
    names(context),
  );
  return { suggestions, incomplete: false, encode: adjusting(context, slice, at.offset, offset) };
}

/** True in a templated text that is one of a few values as long as it has no template. */
function takesValues({ configPlace: place }: Here): boolean {
  if (place?.kind !== 'value' || place.type.kind !== 'string') return false;
  return place.type.values !== undefined && !place.value.text.includes('{{');
}

/**
 * Writes insertions without the indentation of the block scalar that holds `slice`, as the client adds that of the line
 * to each further one (LSP's `adjustIndentation`).
 * @param inSlice the place in the slice's text
 * @param offset the same in the document
 */
function adjusting(
  { document }: FeatureContext,
  slice: RuleSlice | ConfigSlice,
  inSlice: number,
  offset: number,
): Encode {
  const line = slice.text.slice(slice.text.lastIndexOf('\n', inSlice - 1) + 1, inSlice);
  const hostLine = document.lines.lineText(document.lines.positionAt(offset).line);
  const added = ' '.repeat(Math.max(0, indentation(hostLine) - indentation(line)));
  return (edits) => {
    const encoded = slice.encode(edits);
    if (!Array.isArray(encoded) || added === '') return encoded;
    return encoded.map(({ span, newText }) => ({ span, newText: newText.replaceAll(`\n${added}`, '\n') }));
  };
}

function indentation(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function names({ workspace: { index } }: FeatureContext) {
  return {
    labelNames: () => index.labelNames(),
    labelValues: (label: string) => index.labelValues(label),
  };
}

function suggestInFragment(context: FeatureContext, fragment: Fragment, at: number): Suggested {
  const encode: Encode = (edits) => fragment.encode(edits);
  const { knowledge, dialect } = context;
  if (fragment.language === 'promql') {
    const { items, incomplete } = completePromql(fragment.result, at, { knowledge, dialect });
    return { suggestions: items, incomplete, encode: encodingWords(fragment.result.text, encode) };
  }
  if (fragment.language === 'matchers') {
    const suggestions = completeMatchers(fragment.text, at, alertKnowledge(context));
    return { suggestions, incomplete: false, encode };
  }
  const isNotification = fragment.result.dialect.program === 'Alertmanager';
  const about = isNotification
    ? notificationContext(context, fragment.result.dialect)
    : { labels: templateLabels(context, fragment) };
  return { suggestions: completeTemplate(fragment.result, at, about), incomplete: false, encode };
}

/**
 * The labels that an alert's templates can use: those of the expression's result, as far as they are known, or else those
 * of its metrics in front of all others.
 */
function templateLabels(
  { knowledge }: FeatureContext,
  fragment: Fragment & { readonly language: 'gotemplate' },
): Iterable<string> {
  const expr = fragment.alertExpr?.();
  const own = fragment.rule?.labels.map(({ name }) => name.text) ?? [];
  const result = expr && resultLabels(expr);
  if (result?.kind === 'only') return new Set([...result.labels, ...own]);
  const metrics = expr ? metricRefs(expr).filter(({ kind }) => kind === 'metric') : [];
  const likely = metrics.flatMap(({ name }) => [...knowledge.labelNames(name)]);
  return new Set([...own, ...likely, ...knowledge.labelNames()]);
}

/** Ranges of spans; most items of a list replace the same. */
function sharedRanges(lines: LineIndex): (span: Span) => Range {
  let last: { readonly span: Span; readonly range: Range } | undefined;
  return (span) => {
    if (last?.span.from !== span.from || last.span.to !== span.to)
      last = { span, range: toRange(lines, span) };
    return last.range;
  };
}

/** @param data what the editor gives back to resolve the item */
function toItem(
  suggestion: Suggestion,
  data: number,
  encode: Encode,
  rangeOf: (span: Span) => Range,
): CompletionItem | undefined {
  const {
    label,
    kind,
    detail,
    insertText = label,
    snippet,
    replace,
    rank,
    deprecated,
    retrigger,
  } = suggestion;
  const edit = encodeInsertion({ span: replace, newText: insertText }, snippet === true, encode);
  if (!edit) return undefined;
  return {
    label,
    kind: COMPLETION_KIND[kind],
    detail,
    deprecated,
    sortText: String(rank).padStart(6, '0'),
    insertTextFormat: edit.snippet ? InsertTextFormat.Snippet : undefined,
    textEdit: { range: rangeOf(edit.span), newText: edit.newText },
    command: retrigger ? { title: 'Suggest', command: 'editor.action.triggerSuggest' } : undefined,
    data,
  };
}

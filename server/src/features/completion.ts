import {
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver-types';
import { completePromql } from '../languages/promql/complete';
import { resultLabels } from '../languages/promql/result-labels';
import { completeTemplate } from '../languages/gotemplate/complete';
import { completeMatchers } from '../languages/matchers/complete';
import { completeStructure } from '../formats/rules/complete';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import type { RuleSlice } from '../formats/rules/slice';
import type { Suggestion } from '../text/answers';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import { alertKnowledge } from './alert-knowledge';
import { completeConfig } from './config-completion';
import { COMPLETION_KIND, insertFormat, toRange } from './convert';
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
  const items = suggestions.flatMap((suggestion, index) => {
    const item = toItem(context, suggestion, encode);
    return item ? [{ ...item, data: index }] : [];
  });
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

/** The labels that an alert's templates can use: those of the expression's result, as far as they are known. */
function templateLabels({ knowledge }: FeatureContext, { rule }: Fragment): Iterable<string> {
  const expr = rule?.expr?.result().expr;
  const own = rule?.labels.map(({ name }) => name.text) ?? [];
  const result = expr && resultLabels(expr);
  if (result?.kind === 'only') return new Set([...result.labels, ...own]);
  return new Set([...own, ...knowledge.labelNames()]);
}

function toItem(context: FeatureContext, suggestion: Suggestion, encode: Encode): CompletionItem | undefined {
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
    insertTextFormat: insertFormat(edit.snippet),
    textEdit: { range: toRange(context.document.lines, edit.span), newText: edit.newText },
    command: retrigger ? { title: 'Suggest', command: 'editor.action.triggerSuggest' } : undefined,
  };
}

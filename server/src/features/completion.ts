import {
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver-types';
import { completePromql } from '../languages/promql/complete';
import { resultLabels } from '../languages/promql/result-labels';
import { completeTemplate } from '../languages/gotemplate/complete';
import { completeStructure } from '../formats/rules/complete';
import type { Suggestion } from '../text/answers';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import { COMPLETION_KIND, insertFormat, toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { here, type Fragment, type Here } from './fragment';

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
  const { slice, fragment } = at;
  if (fragment) return suggestInFragment(context, fragment, fragment.map.toFragment(offset));
  if (!slice) return { suggestions: [], incomplete: false, encode: (edits) => [...edits] };
  const suggestions = completeStructure(
    slice.text,
    at.offset,
    { version: context.dialect.version },
    names(context),
  );
  return { suggestions, incomplete: false, encode: (edits) => slice.encode(edits) };
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
    return { suggestions: items, incomplete, encode };
  }
  const labels = templateLabels(context, fragment);
  return { suggestions: completeTemplate(fragment.result, at, { labels }), incomplete: false, encode };
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
  const edit = encodeInsertion(replace, insertText, snippet === true, encode);
  if (!edit) return undefined;
  return {
    label,
    kind: COMPLETION_KIND[kind],
    detail,
    deprecated,
    sortText: String(rank).padStart(6, '0'),
    insertTextFormat: insertFormat(snippet),
    textEdit: { range: toRange(context.document.lines, edit.span), newText: edit.newText },
    command: retrigger ? { title: 'Suggest', command: 'editor.action.triggerSuggest' } : undefined,
  };
}

/**
 * The insertion as the document has to hold it. A snippet's own signs must not be escaped by the host's notation, so
 * a snippet goes in as it is where that changes nothing, and not at all elsewhere.
 */
function encodeInsertion(
  span: TextEdit['span'],
  newText: string,
  snippet: boolean,
  encode: Encode,
): TextEdit | undefined {
  const plain = snippet ? withoutPlaceholders(newText) : newText;
  const encoded = encode([{ span, newText: plain }]);
  const [only] = Array.isArray(encoded) && encoded.length === 1 ? encoded : [];
  if (!only) return undefined;
  if (!snippet) return only;
  return only.newText === plain ? { span: only.span, newText } : only;
}

/** The text of a snippet with its placeholders' defaults. */
function withoutPlaceholders(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replaceAll(/\$\{\d+\}|\$\d+/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');
}

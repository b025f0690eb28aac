import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { promqlSymbols, type PromqlSymbol } from '../languages/promql/symbols';
import { fileSymbols, type OutlineItem } from '../formats/rules/symbols';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { hostSpan, type OffsetMap } from '../text/region';
import { cover } from '../text/span';
import { toRange } from './convert';
import type { FeatureContext } from './context';

type Item = Omit<OutlineItem, 'kind' | 'children' | 'detail'> & {
  readonly kind: OutlineItem['kind'] | PromqlSymbol['kind'];
  readonly detail?: string;
  readonly children: readonly Item[];
};

const KIND: Readonly<Record<Item['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  alert: SymbolKind.Event,
  record: SymbolKind.Variable,
  rule: SymbolKind.Object,
  function: SymbolKind.Function,
  aggregation: SymbolKind.Function,
  operator: SymbolKind.Operator,
  selector: SymbolKind.Variable,
};

/** The outline: groups with their rules, or the parts of the one expression. */
export function documentSymbols(context: FeatureContext): DocumentSymbol[] {
  const { analysis } = context.document;
  if (analysis?.promql) {
    return promqlSymbols(analysis.promql).map((item) => toSymbol(context, item, IDENTITY_MAP));
  }
  return (analysis?.rules() ?? []).flatMap(({ model, map }) =>
    fileSymbols(model).map((item) => toSymbol(context, item, map)),
  );
}

function toSymbol(context: FeatureContext, item: Item, map: OffsetMap): DocumentSymbol {
  const { lines } = context.document;
  const selection = hostSpan(map, item.selection);
  return {
    name: item.name || '(no name)',
    detail: item.detail,
    kind: KIND[item.kind],
    // LSP demands that the range holds the selection, which an alias could put elsewhere.
    range: toRange(lines, cover(hostSpan(map, item.span), selection)),
    selectionRange: toRange(lines, selection),
    children: item.children.map((child) => toSymbol(context, child, map)),
  };
}

import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { templateFacts } from '../languages/gotemplate/facts';
import { promqlSymbols, type PromqlSymbol } from '../languages/promql/symbols';
import { configSymbols, type ConfigOutlineItem } from '../formats/alertmanager/symbols';
import { fileSymbols, type OutlineItem } from '../formats/rules/symbols';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { hostSpan, type OffsetMap } from '../text/region';
import { cover } from '../text/span';
import { toRange } from './convert';
import type { FeatureContext } from './context';

type Item = Omit<OutlineItem, 'kind' | 'children' | 'detail'> & {
  readonly kind: OutlineItem['kind'] | PromqlSymbol['kind'] | ConfigOutlineItem['kind'] | 'template';
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
  section: SymbolKind.Namespace,
  route: SymbolKind.Interface,
  receiver: SymbolKind.Class,
  integration: SymbolKind.Method,
  'inhibit-rule': SymbolKind.Operator,
  'time-interval': SymbolKind.Constant,
  template: SymbolKind.Function,
};

/** The outline: groups with their rules, routes and receivers, templates, or the parts of the one expression. */
export function documentSymbols(context: FeatureContext): DocumentSymbol[] {
  const { analysis } = context.document;
  if (analysis?.promql) {
    return promqlSymbols(analysis.promql).map((item) => toSymbol(context, item, IDENTITY_MAP));
  }
  if (analysis?.template) {
    return templateFacts(analysis.template).defined.map(({ name, span, nameSpan, keyword }) => {
      const item = {
        name,
        detail: keyword,
        kind: 'template' as const,
        span,
        selection: nameSpan,
        children: [],
      };
      return toSymbol(context, item, IDENTITY_MAP);
    });
  }
  const rules = (analysis?.rules() ?? []).flatMap(({ model, map }) =>
    fileSymbols(model).map((item) => toSymbol(context, item, map)),
  );
  const configs = (analysis?.configs?.() ?? []).flatMap(({ model, map }) =>
    configSymbols(model).map((item) => toSymbol(context, item, map)),
  );
  return [...rules, ...configs];
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

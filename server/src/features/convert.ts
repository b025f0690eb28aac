import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit as LspEdit,
} from 'vscode-languageserver-types';
import type { SuggestionKind } from '../text/answers';
import type { Finding, Severity, TextEdit } from '../text/finding';
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.from), end: lines.positionAt(span.to) };
}

export function toLspEdits(lines: LineIndex, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText }));
}

export const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const TAG: Readonly<Record<NonNullable<Finding['tag']>, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

export const COMPLETION_KIND: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  metric: CompletionItemKind.Variable,
  'recording-rule': CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  aggregation: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  label: CompletionItemKind.Property,
  'label-value': CompletionItemKind.EnumMember,
  duration: CompletionItemKind.Unit,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  variable: CompletionItemKind.Variable,
};

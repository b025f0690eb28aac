import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { hostSpan } from '../text/region';
import { touches } from '../text/span';
import { severityOf } from '../workspace/findings';
import { configActions } from './config-actions';
import { toLspEdits, toRange } from './convert';
import { offsetOf, type FeatureContext } from './context';
import { metricActions } from './metric-actions';

/** The quick fixes of the findings that touch `range`, and what a configuration offers there. An edit that the document can't hold is not offered. */
export async function codeActions(
  context: FeatureContext,
  range: Range,
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const { document, settings } = context;
  const from = offsetOf(context, range.start);
  const to = offsetOf(context, range.end);
  const actions: CodeAction[] = [];
  for (const placed of [...(document.analysis?.findings() ?? []), ...document.advice]) {
    for (const finding of placed.findings) {
      if (!finding.fixes || severityOf(finding, settings) === 'off') continue;
      const span = hostSpan(placed.map, finding.span);
      if (!touches(span, from) && !touches(span, to) && !(from <= span.from && span.to <= to)) continue;
      const at = toRange(document.lines, span);
      const fixed = shown.filter((d) => d.code === finding.code && sameRange(d.range, at));
      for (const { title, edits, preferred } of finding.fixes) {
        const encoded = placed.encode(edits);
        if (!Array.isArray(encoded)) continue;
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: fixed,
          isPreferred: preferred,
          edit: { changes: { [document.uri]: toLspEdits(document.lines, encoded) } },
        });
      }
    }
  }
  const span = { from, to };
  return [...actions, ...configActions(context, span, shown), ...(await metricActions(context, span, shown))];
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

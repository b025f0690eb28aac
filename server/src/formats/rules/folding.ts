import type { YamlNode } from '../../languages/yaml/nodes';
import type { Span } from '../../text/span';
import type { FieldEntry, RuleFileModel } from './model';

/**
 * What can be folded in a rule file: every group, every rule and every field whose value has several lines.
 * A span starts on the line that stays visible and ends on the last one that is hidden.
 */
export function foldingSpans(text: string, model: RuleFileModel): Span[] {
  const spans: Span[] = [];
  const add = (span: Span): void => {
    const to = lastVisible(text, span);
    if (text.slice(span.from, to).includes('\n')) spans.push({ from: span.from, to });
  };
  const addFields = (fields: readonly FieldEntry[]): void => {
    for (const { keySpan, value } of fields) {
      // A merged field, or one behind an alias, stands elsewhere and is folded there.
      if (value.kind !== 'alias' && value.span.from >= keySpan.to) add(fieldSpan(keySpan, value));
    }
  };
  addFields(model.fields);
  for (const group of model.groups) {
    add(group.span);
    addFields(group.fields);
    for (const rule of group.rules) {
      add(rule.span);
      addFields(rule.fields);
    }
  }
  return spans;
}

function fieldSpan(keySpan: Span, value: YamlNode): Span {
  return { from: keySpan.from, to: Math.max(keySpan.to, value.span.to) };
}

/** The end without the blank lines that a block scalar's span may have at its end. */
function lastVisible(text: string, { from, to }: Span): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

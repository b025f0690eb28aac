import { touches, type Span } from '../text/span';
import { hostSpan } from '../text/region';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';

/** A notification template that is defined or called. */
export interface TemplateName {
  readonly text: string;
  /** In the document, with quotes. */
  readonly span: Span;
}

/** The template whose name stands at a document offset. */
export function templateNameAt({ analysis }: OpenDocument, offset: number): TemplateName | undefined {
  if (!analysis) return undefined;
  for (const { text, span } of namesIn(analysis)) if (touches(span, offset)) return { text, span };
  return undefined;
}

/** Where the analysed document defines and calls the template. */
export function templateOccurrences(analysis: Analysis, text: string): { definitions: Span[]; uses: Span[] } {
  const definitions: Span[] = [];
  const uses: Span[] = [];
  for (const name of namesIn(analysis)) {
    if (name.text === text) (name.isDefinition ? definitions : uses).push(name.span);
  }
  return { definitions, uses };
}

function* namesIn(analysis: Analysis): Iterable<TemplateName & { readonly isDefinition: boolean }> {
  for (const { facts, map } of analysis.facts()) {
    for (const { name, nameSpan } of facts.templates?.defined ?? []) {
      yield { text: name, span: hostSpan(map, nameSpan), isDefinition: true };
    }
    for (const { name, nameSpan } of facts.templates?.used ?? []) {
      yield { text: name, span: hostSpan(map, nameSpan), isDefinition: false };
    }
  }
}

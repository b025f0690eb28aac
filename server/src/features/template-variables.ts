import { symbolAt } from '../languages/gotemplate/occurrences';
import type { TextEdit } from '../text/finding';
import { hostSpan, type Refusal } from '../text/region';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';
import { here } from './fragment';

/** A variable that a template declares. All spans are the document's. */
export interface TemplateVariable {
  /** With its dollar sign. */
  readonly text: string;
  readonly span: Span;
  readonly definitions: Span[];
  readonly uses: Span[];
  /** The edits that give it another name. */
  renamed(newName: string): TextEdit[] | Refusal;
}

/** The variable whose name stands at a document offset. */
export function templateVariableAt(document: OpenDocument, offset: number): TemplateVariable | undefined {
  const { fragment } = here(document, offset);
  if (fragment?.language !== 'gotemplate') return undefined;
  const { map, result } = fragment;
  const symbol = symbolAt(result, map.toFragment(offset));
  if (symbol?.kind !== 'variable') return undefined;
  const { name, span, definitions, occurrences } = symbol;
  const starts = new Set(definitions.map(({ from }) => from));
  const placed = (spans: readonly Span[]): Span[] => spans.map((one) => hostSpan(map, one));
  return {
    text: name,
    span: hostSpan(map, span),
    definitions: placed(definitions),
    uses: placed(occurrences.filter(({ from }) => !starts.has(from))),
    renamed: (newName) => {
      const newText = newName.startsWith('$') ? newName : `$${newName}`;
      if (!/^\$[\p{L}_][\p{L}\p{Nd}_]*$/u.test(newText)) {
        return { refused: `"${newName}" is no name of a variable: use letters, digits and _.` };
      }
      return fragment.encode(occurrences.map((one) => ({ span: one, newText })));
    },
  };
}

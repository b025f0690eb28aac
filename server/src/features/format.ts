import { formatExpr } from '../languages/promql/format';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import { touches, type Span } from '../text/span';
import { analyse } from '../workspace/analyse';
import type { ClassifiedSource } from '../workspace/classify';
import { OpenDocument } from '../workspace/document';
import { dialectOf, type Settings } from '../workspace/settings';
import type { Fragment } from './fragment';
import { promqlFragments } from './fragments';

type Promql = Fragment & { language: 'promql' };

/** Formats the expressions of a file's text and touches nothing else. Those that can't be formatted stay. */
export function formatText(source: ClassifiedSource, settings: Settings): TextEdit[] {
  const document = new OpenDocument(source.path, '', 0, source.text.slice(0), () => undefined);
  document.analysis = analyse(source, settings);
  return formatDocument(document, settings);
}

/** Edits that format the document's expressions, or those that reach into `span`. */
export function formatDocument(document: OpenDocument, settings: Settings, span?: Span): TextEdit[] {
  return promqlFragments(document, span).flatMap((fragment) => {
    const edits = formatFragment(fragment, settings);
    return 'refused' in edits ? [] : edits;
  });
}

/** The edits that format the expression at `offset`, or why there are none. */
export function formatExpressionAt(
  document: OpenDocument,
  settings: Settings,
  offset: number,
): TextEdit[] | Refusal {
  const around = promqlFragments(document, { from: offset, to: offset });
  const fragment = around.find(({ map, result }) =>
    touches({ from: map.toHost(0), to: map.toHost(result.text.length, 'end') }, offset),
  );
  return fragment ? formatFragment(fragment, settings) : { refused: 'There is no PromQL at the cursor.' };
}

function formatFragment(fragment: Promql, settings: Settings): TextEdit[] | Refusal {
  const { text } = fragment.result;
  const formatted = formatExpr(text, { dialect: dialectOf(settings), holes: fragment.holes });
  if ('refused' in formatted) return formatted;
  const end = text.trimEnd().length;
  const newText = formatted.text.trimEnd();
  if (text.slice(0, end) === newText) return [];
  return fragment.encode([{ span: { from: 0, to: end }, newText }]);
}

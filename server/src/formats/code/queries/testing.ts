import { GoParser } from '../../../languages/go/parser';
import { PythonParser } from '../../../languages/python/parser';
import { ScriptParser, type ScriptDialect } from '../../../languages/typescript/script-parser';
import type { CodeFile } from '../../../languages/code/tree';
import { DEFAULT_DIALECT } from '../../../languages/promql/parse';
import type { Span } from '../../../text/span';
import { findQueries, type FoundQueries } from './find';
import { DEFAULT_QUERY_SETTINGS, type QuerySettings } from './settings';

export type Dialect = ScriptDialect | 'py' | 'go';

/** For tests: what is found in a program. */
export function queriesIn(
  text: string,
  dialect: Dialect = 'ts',
  settings: QuerySettings = DEFAULT_QUERY_SETTINGS,
): FoundQueries {
  return findQueries(readFile(text, dialect), {
    ...settings,
    dialect: DEFAULT_DIALECT,
    nameValidation: 'utf8',
  });
}

function readFile(text: string, dialect: Dialect): CodeFile {
  switch (dialect) {
    case 'py':
      return new PythonParser().read(text);
    case 'go':
      return new GoParser().read(text);
    default:
      return new ScriptParser(dialect).read(text);
  }
}

/** For tests: takes the marks `‹` and `›` out of a text, and says which stretches stood between them. */
export function markedSpans(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const parts = marked.split(/([‹›])/);
  let text = '';
  let from = 0;
  for (const part of parts) {
    if (part === '‹') from = text.length;
    else if (part === '›') spans.push({ from, to: text.length });
    else text += part;
  }
  return { text, spans };
}

/** For tests: `text` with marks around the texts that are found in it. */
export function withMarks(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (marked, { from, to }) => `${marked.slice(0, from)}‹${marked.slice(from, to)}›${marked.slice(to)}`,
      text,
    );
}

/** For tests: what is found in a text with `‹…›` around what should be; `marked` has them around what is. */
export function queriesInMarked(
  marked: string,
  dialect?: Dialect,
): FoundQueries & { readonly marked: string } {
  const { text } = markedSpans(marked);
  const found = queriesIn(text, dialect);
  const extents = found.texts.map(({ extent }) => extent);
  return { ...found, marked: withMarks(text, extents) };
}

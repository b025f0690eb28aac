import type { PromqlDialect } from '../../languages/promql/knowledge';
import { parse } from '../../languages/promql/parse';
import type { Region } from '../../text/region';
import type { Span } from '../../text/span';
import { partOfRegion } from '../hosts/regions';
import { linesFrom } from '../pieces/lines-from';

/** A longer block is no list of examples, and is not taken apart. UTF-16 units. */
const LONGEST = 20_000;
/** So many expressions are told apart by where the parser gives up, each of which reads the rest anew. */
const MOST = 50;

/**
 * The expressions in a block: one, or the several that it shows one below the other. It is taken apart only where it is
 * no expression as a whole: at blank lines and comments, if all of the parts are expressions; else at the lines at which
 * the parser gives up with nothing wrong before. In order; together they cover the block.
 */
export function expressionsIn(block: Region, dialect: PromqlDialect): Region[] {
  const { text } = block;
  const faultOf = (span: Span): number | undefined => {
    const part = partOfRegion(block, span);
    const { faults } = parse(part.text, { dialect, holes: part.holes });
    const fault = faults.find(({ code }) => code !== 'promql/not-enabled');
    return fault && fault.span.from + span.from;
  };
  if (text.length > LONGEST || faultOf({ from: 0, to: text.length }) === undefined) return [block];
  const lines = linesOf(text);
  const paragraphs = spansFrom(
    lines.filter(({ isApart }) => isApart),
    text.length,
  );
  const areExpressions = paragraphs.every((span) => faultOf(span) === undefined);
  const spans = areExpressions ? paragraphs : spansOfParts(text.length, lines, faultOf);
  return spans.length > 1 ? spans.map((span) => partOfRegion(block, span)) : [block];
}

/** The spans between the lines at which the parser gives up; what is left when it does so elsewhere is the last. */
function spansOfParts(
  end: number,
  lines: readonly CodeLine[],
  faultOf: (span: Span) => number | undefined,
): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (found.length < MOST) {
    const fault = faultOf({ from, to: end });
    const to = lines.find(({ code }) => code === fault)?.from ?? from;
    if (to <= from || faultOf({ from, to }) !== undefined) break;
    found.push({ from, to });
    from = to;
  }
  return [...found, { from, to: end }];
}

/** A line that has more than a comment. */
interface CodeLine {
  /** Of the comments in front of it, or its own. */
  readonly from: number;
  /** Where its first character that is no blank stands. */
  readonly code: number;
  /** There are blank lines or comments in front of it, or nothing at all. */
  readonly isApart: boolean;
}

function linesOf(text: string): CodeLine[] {
  const lines: CodeLine[] = [];
  let start: number | undefined = 0;
  let isApart = true;
  for (const [from, line] of linesFrom(text, 0)) {
    const column = line.search(/\S/);
    if (column >= 0 && line[column] !== '#') {
      lines.push({ from: start ?? from, code: from + column, isApart });
      start = undefined;
      isApart = false;
    } else {
      if (column >= 0) start ??= from;
      isApart = true;
    }
  }
  return lines;
}

function spansFrom(lines: readonly CodeLine[], end: number): Span[] {
  return lines.map(({ from }, index) => ({ from, to: lines[index + 1]?.from ?? end }));
}

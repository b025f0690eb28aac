import type { Severity } from '../text/finding';
import type { Excerpt, Report, ReportedFinding } from './report';
import { harmless, widthOf } from './terminal';
import type { Palette, Screen } from './terminal';

const TAB = '    ';

/**
 * The findings for people: `path:line:column: severity message [code]` (columns in UTF-16, from 1), the source line
 * with the place underlined, and a summary.
 */
export function textReport(report: Report, screen: Screen): string {
  const found = report.files.flatMap(({ path, findings }) =>
    findings.map((finding) => findingText(path, finding, screen)),
  );
  return [...found, `${summary(report, screen.colours)}\n`].join('\n');
}

/** One finding for people, with a line break at its end. */
export function findingText(path: string, finding: ReportedFinding, { colours, width }: Screen): string {
  const { start } = finding.range;
  const place = `${harmless(path)}:${start.line + 1}:${start.character + 1}:`;
  const paint = painter(finding.severity, colours);
  const [title = '', ...more] = finding.message.split(/\r\n?|\n/).map(harmless);
  const head = `${colours.bold(place)} ${paint(finding.severity)} ${title} ${colours.dim(`[${finding.code}]`)}`;
  const gutter = `${start.line + 1}`.padStart(5);
  const empty = ' '.repeat(gutter.length);
  const { line, before, under } = picture(finding, width - gutter.length - 3);
  return [
    head,
    ...more.map((text) => `    ${text}`),
    colours.dim(`${gutter} | `) + line,
    `${colours.dim(`${empty} | `)}${' '.repeat(before)}${paint('^'.repeat(under))}`,
    '',
  ].join('\n');
}

function painter(severity: Severity, colours: Palette): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, information: colours.blue, hint: colours.dim }[
    severity
  ];
}

/** One character as it is shown; `from` and `to` are its UTF-16 offsets in the excerpt. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  readonly width: number;
}

interface Picture {
  readonly line: string;
  /** Columns before the carets. */
  readonly before: number;
  /** How many carets. */
  readonly under: number;
}

/** The source line, cut to `width` columns around the marked place, and where the carets stand below it. */
function picture({ range, excerpt }: ReportedFinding, width: number): Picture {
  const from = range.start.character - excerpt.from;
  const to =
    range.end.line > range.start.line ? Infinity : Math.max(from + 1, range.end.character - excerpt.from);
  const isMarked = (cell: Cell) => cell.to > from && cell.from < to;

  const cells = cellsOf(excerpt);
  const firstMarked = cells.findIndex(isMarked);
  const mark = firstMarked < 0 ? cells.length : firstMarked;
  const fits = columns(cells) <= width;
  const first = fits ? 0 : mark - fitting(cells.slice(0, mark).reverse(), Math.floor(width / 3));
  const shown = cells.slice(first, first + fitting(cells.slice(first), width));

  const left = first > 0 || excerpt.from > 0 ? '…' : '';
  const right = first + shown.length < cells.length ? '…' : '';
  return {
    line: `${left}${shown.map((cell) => cell.shown).join('')}${right}`,
    before: left.length + columns(cells.slice(first, mark)),
    under: Math.max(1, columns(shown.filter(isMarked))),
  };
}

function cellsOf({ text }: Excerpt): Cell[] {
  let from = 0;
  return Array.from(text, (character) => {
    const shown = character === '\t' ? TAB : harmless(character);
    const width = character === '\t' ? TAB.length : widthOf(shown);
    const cell = { from, to: from + character.length, shown, width };
    from = cell.to;
    return cell;
  });
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** How many of the first `cells` fit into `width` columns. */
function fitting(cells: readonly Cell[], width: number): number {
  let used = 0;
  const tooMuch = cells.findIndex((cell) => (used += cell.width) > width);
  return tooMuch < 0 ? cells.length : tooMuch;
}

function summary({ files }: Report, colours: Palette): string {
  const checked = files.filter(({ recognised }) => recognised);
  const inFiles = plural(checked.length, 'file');
  if (checked.length === 0) return colours.dim('No rule files, configurations, templates or queries found.');
  const findings = checked.flatMap((file) => file.findings);
  if (findings.length === 0) return colours.green(`No problems in ${inFiles}.`);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  const list = counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => painter(severity, colours)(plural(count, NOUNS[severity])));
  return `${list.join(', ')} in ${inFiles} checked.`;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'remark',
  hint: 'hint',
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a run of `check` found, before it's written in one format or another. */
import type { Severity } from '../text/finding';
import type { LineIndex, Position } from '../text/line-index';
import type { InputFile } from './files';
import type { Problem } from './problem';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of a source line around a finding. */
export interface Excerpt {
  readonly text: string;
  /** The column (UTF-16) of the line at which `text` begins. */
  readonly from: number;
}

export interface ReportedFinding {
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Of the line on which the range starts. */
  readonly excerpt: Excerpt;
}

export interface CheckedFile extends InputFile {
  /** It was told as a rule file, a query, …; others have no findings. */
  readonly recognised: boolean;
  readonly findings: readonly ReportedFinding[];
  /** Why it couldn't be checked. */
  readonly problem?: string;
}

export interface Report {
  /** In the order of their paths; each one's findings in the order of their positions. */
  readonly files: readonly CheckedFile[];
  readonly problems: readonly Problem[];
}

/** Units of a line on each side of a place that an excerpt reaches: some files are one endless line. */
const EXCERPT_REACH = 500;

/** The line at a position, or what is near on it. */
export function excerptAround({ line, character }: Position, lines: LineIndex): Excerpt {
  const from = Math.max(0, character - EXCERPT_REACH);
  return { text: lines.lineText(line).slice(from, character + EXCERPT_REACH), from };
}

/** `report` with findings of at least `least`. */
export function filterBySeverity(report: Report, least: Severity): Report {
  const rank = SEVERITY_RANK[least];
  const kept = ({ severity }: ReportedFinding) => SEVERITY_RANK[severity] >= rank;
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.filter(kept) })),
  };
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

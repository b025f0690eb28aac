import type { Finding } from '../text/finding';
import { analyse } from './analyse';
import type { ClassifiedSource, DocumentKind } from './classify';
import { documentFindings } from './findings';
import type { Settings } from './settings';

export interface FileReport {
  /** Absent for a file that isn't ours, which has no findings. */
  readonly kind?: DocumentKind;
  /** Ordered by place; spans are UTF-16 offsets of the text. */
  readonly findings: readonly Finding[];
}

/** Everything that is to be said of one file: the same as an editor shows. */
export function checkSource(source: ClassifiedSource, settings: Settings): FileReport {
  const analysis = analyse(source, settings);
  return analysis
    ? { kind: analysis.kind, findings: documentFindings(analysis, settings) }
    : { findings: [] };
}

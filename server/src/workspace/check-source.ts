import type { Finding } from '../text/finding';
import { wholeAdvice, type WorkspaceView } from './advice';
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

/**
 * Everything that is to be said of one file: the same as an editor shows.
 * @param view what is known of other files
 */
export function checkSource(source: ClassifiedSource, settings: Settings, view?: WorkspaceView): FileReport {
  const analysis = analyse(source, settings, { once: true });
  return analysis
    ? { kind: analysis.kind, findings: documentFindings(analysis, settings, wholeAdvice(analysis, view)) }
    : { findings: [] };
}

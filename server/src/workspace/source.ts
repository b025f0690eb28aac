import type { TextSource } from '../text/text-buffer';

/** A document as it is recognised. */
export interface ClassifiedSource {
  /** With `/` between folders; a URI's path will do. */
  readonly path: string;
  readonly text: TextSource;
  /** What the editor calls it. */
  readonly languageId?: string;
  /** Somebody named this very file to be checked: what could be a rule file is one. */
  readonly explicit?: boolean;
}

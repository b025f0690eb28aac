import { expositionFormat } from '../formats/exposition/families';
import { ExpositionReader } from '../formats/exposition/reader';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';

/** A name that a page of samples says. */
export interface PageName {
  readonly kind: 'metric' | 'label';
  readonly name: string;
  /** Without quotes; shorter than the name by `suffix`. */
  readonly span: Span;
  /** What OpenMetrics leaves out of a name in a comment: `_total`. */
  readonly suffix: string;
  /** The series that has the label, or the metric itself. */
  readonly metric: string;
}

/** Every name in a page of samples, of which there may be too many to keep them; nothing in any other document. */
export function* pageNames({ analysis, text }: OpenDocument): Iterable<PageName> {
  if (analysis?.kind !== 'metrics') return;
  const page = text.slice(0);
  const families = new Map(
    analysis.host?.metrics.map(({ name, written }) => {
      const suffix = written?.suffix ?? '';
      return [name.slice(0, name.length - suffix.length), { name, suffix }];
    }),
  );
  for (const entry of new ExpositionReader(page, expositionFormat(page))) {
    if (entry.kind === 'fault') continue;
    const { name: written, nameSpan: span } = entry;
    if (entry.kind !== 'sample') {
      const { name = written, suffix = '' } = families.get(written) ?? {};
      yield { kind: 'metric', name, span, suffix, metric: name };
      continue;
    }
    yield { kind: 'metric', name: written, span, suffix: '', metric: written };
    for (const { name, nameSpan } of entry.labels) {
      yield { kind: 'label', name, span: nameSpan, suffix: '', metric: written };
    }
  }
}

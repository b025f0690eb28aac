import type { TemplateKnowledge } from './template-knowledge';
import type { MapType } from './types';

/** What completion knows of what surrounds the template. */
export interface TemplateCompletionContext {
  /** The names of the labels that the alerts may have. */
  readonly labels: Iterable<string>;
  /** The names of their annotations. */
  readonly annotations?: Iterable<string>;
  /** The labels by which they are grouped. */
  readonly groupLabels?: Iterable<string>;
  /** The templates that can be called beside those of the same text. */
  readonly templates?: TemplateKnowledge;
}

/** The keys that a map of strings probably has. */
export function keysOf({ of, role }: MapType, context: TemplateCompletionContext): Iterable<string> {
  switch (role) {
    case 'annotations':
      return context.annotations ?? [];
    case 'group labels':
      return context.groupLabels ?? context.labels;
    case 'route labels':
      return [];
    case 'alert labels':
    case 'labels':
    case undefined:
      return of === 'string' ? context.labels : [];
  }
}
